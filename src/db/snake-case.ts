import {
  CamelCasePlugin,
  PostgresDialect,
  PostgresQueryCompiler,
  type RootOperationNode,
} from 'kysely';

/**
 * PostgreSQL whose tables and columns are called in snake case, and here in camel case. Kysely's own plugin copies
 * each statement for that before it is compiled, which takes longer than to compile it; here the compiler itself
 * writes each name as the database has it.
 */
export class SnakeCaseDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new SnakeCaseCompiler();
  }
}

class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeCase(identifier));
  }
}

const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Gives the columns of what is found their names in camel case. */
export class CamelCaseRows extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  override transformQuery({ node }: { readonly node: RootOperationNode }): RootOperationNode {
    return node;
  }
}
