import type { TestDatabase } from './database.ts';
import { openProxy } from './proxy.ts';

/** One statement that reached the server: `begin` and `commit` are statements too. */
export interface Statement {
  readonly text: string;
  /** Which connection it came on, by its number. */
  readonly connection: number;
  /** When it came, in milliseconds from any moment on. */
  readonly at: number;
}

/** A database whose every statement is written down on its way there, whoever sends it. */
export interface ListeningDatabase extends TestDatabase {
  /** What was sent so far, oldest first. */
  readonly statements: readonly Statement[];
}

/**
 * Stands between a program and its database, and reads PostgreSQL's own protocol: a statement is a `Query`
 * message, or a `Bind` of what a `Parse` named. So the queue's statements count like those of the tables,
 * and those that are prepared as often as they are made.
 */
export async function listenTo(database: TestDatabase): Promise<ListeningDatabase> {
  const proxy = await openProxy(database.url);
  const statements: Statement[] = [];
  const readers = new Map<Buffer, (bytes: Buffer) => void>();
  proxy.watch(({ bytes, greeting }) => {
    const connection = readers.size;
    const read =
      readers.get(greeting) ??
      createReader((text) => statements.push({ text, connection, at: performance.now() }));
    readers.set(greeting, read);
    read(bytes);
    return 'pass';
  });
  return {
    name: database.name,
    url: proxy.through(database.url),
    statements,
    async drop() {
      await proxy.close();
      await database.drop();
    },
  };
}

const [QUERY, PARSE, BIND] = ['Q', 'P', 'B'];

/** Takes what a client sends in whatever pieces it arrives. The first message has no type. */
function createReader(onStatement: (text: string) => void): (bytes: Buffer) => void {
  const parsed = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let typeLength = 0;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= typeLength + 4) {
      const end = typeLength + rest.readInt32BE(typeLength);
      if (rest.length < end) return;
      const type = typeLength === 0 ? '' : String.fromCharCode(rest.readUInt8());
      const body = rest.subarray(typeLength + 4, end);
      if (type === QUERY) onStatement(textsOf(body)[0] ?? '');
      const [first = '', second = ''] = type === PARSE || type === BIND ? textsOf(body) : [];
      // A statement's name stands before its text, and that of what is bound before the statement's.
      if (type === PARSE) parsed.set(first, second);
      if (type === BIND) onStatement(parsed.get(second) ?? '');
      rest = rest.subarray(end);
      typeLength = 1;
    }
  };
}

const textsOf = (body: Buffer): readonly string[] => body.toString('utf8').split('\0');

const WRITE = /^\s*(insert|update|delete|with[\s\S]*\b(insert into|update|delete from)\b)/i;

export const isWrite = ({ text }: Statement): boolean => WRITE.test(text);
