import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Relative to the project, with slashes, such as `src/domain/streak.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The TypeScript and JavaScript files under those of the project's folders that are there. */
export async function readSources(folders: readonly string[]): Promise<readonly SourceFile[]> {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,js}`);
  const paths = globSync(patterns, { cwd: ROOT });
  return Promise.all(
    paths.map(async (path) => ({
      path: path.replaceAll('\\', '/'),
      text: await readFile(join(ROOT, path), 'utf8'),
    })),
  );
}

/** What a file imports, of types too: file paths relative to the project, and package names. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? join(path, '..', fileName) : packageOf(fileName),
  );
}

/** The names that a file declares and exports; what it passes on from another file is not its own. */
export function exportsOf({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const own = source.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  );
  // A function's overloads are several statements of one name.
  return [...new Set(own.flatMap(namesOf))];
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}

/** `@slack/web-api` of `@slack/web-api/dist/x.js`; `node:fs/promises` stays as it is. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What a file reads that no argument hands to it: the clock, randomness, the environment. */
export function ambientReadsOf({ path, text }: SourceFile): readonly string[] {
  const reads: string[] = [];
  const visit = (node: ts.Node): void => {
    const read = ambientRead(node);
    if (read !== undefined) reads.push(read);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return reads;
}

const PROPERTIES = ['Date.now', 'Math.random', 'process.env', 'performance.now'];
const CALLS = ['randomUUID', 'randomBytes', 'randomInt'];

function ambientRead(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) {
    return nameOf(node.expression) === 'Date' && !node.arguments?.length ? 'new Date()' : undefined;
  }
  if (ts.isCallExpression(node)) return CALLS.find((name) => name === nameOf(node.expression));
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const name = `${nameOf(node.expression)}.${node.name.text}`;
  return PROPERTIES.find((property) => property === name);
}

const nameOf = (node: ts.Node): string => (ts.isIdentifier(node) ? node.text : '');

/**
 * The names by which a file may read a part of an object: `b` and `c` of `a.b` and `const { c } = a`, and
 * every text that it holds, such as the `d` with which another file reads `a[key]`.
 */
export function namesReadIn({ path, text }: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = nameRead(node);
    if (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name))) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return names;
}

function nameRead(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name;
  if (ts.isBindingElement(node)) return node.propertyName ?? node.name;
  return ts.isStringLiteralLike(node) ? node : undefined;
}
