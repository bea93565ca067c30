import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Db } from './connect.ts';

/** The place in a statement of what is given each time, by its name. */
export type InputOf<Input> = <Name extends keyof Input & string>(
  name: Name,
) => RawBuilder<Input[Name]>;

/** Stands among a statement's parameters for what is given each time. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement whose text is built at its first use and kept. To build one takes longer than to send it, which
 * tells where people wait for several of them. Whatever differs from one time to the next is `given`: what is
 * written into the statement otherwise stays as it was the first time.
 */
export function builtOnce<Input, Row>(
  build: (db: Db, given: InputOf<Input>) => { compile(db: Db): CompiledQuery<Row> },
): (db: Db, input: Input) => Promise<readonly Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, input) => {
    built ??= build(db, placeOf).compile(db);
    const given = new Map<string, unknown>(Object.entries(input as object));
    const parameters = built.parameters.map((one) =>
      one instanceof Place ? given.get(one.name) : one,
    );
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}

const placeOf = <Value>(name: string): RawBuilder<Value> => sql<Value>`${new Place(name)}`;
