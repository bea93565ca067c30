import {
  type Document,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

interface YamlFault {
  readonly line: number;
  readonly problem: string;
  readonly fix: string;
}

/** A YAML text as plain data that remembers where everything stood. */
export interface YamlFile {
  /** Undefined where the text cannot be read at all. */
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** The line of the node at a path, or of the nearest one around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Never throws: whatever is wrong becomes a fault. Anchors are refused, since aliases can expand without bound. */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      // The parser compares every key with all before it; `keyFaults` looks each one up.
      uniqueKeys: false,
    });
    const faults = [
      ...syntaxFaults(document, lineAt),
      ...aliasFaults(document, lineAt),
      ...keyFaults(document, lineAt),
    ];
    return {
      value: faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined,
      faults,
      lineOf: (path) => lineAt(offsetOf(document, path)),
    };
  } catch (error) {
    return unreadable(error);
  }
}

/** One slip confuses the parser about what follows; more than the first few help nobody. */
const MOST_FAULTS = 3;

const MEND_LINE = 'mend the line; text with `: `, `#` or a leading special character needs quotes';

type LineAt = (offset: number) => number;

function syntaxFaults(document: Document, lineAt: LineAt): YamlFault[] {
  return [...document.errors, ...document.warnings]
    .slice(0, MOST_FAULTS)
    .map((error: YAMLError) => ({
      line: lineAt(error.pos[0]),
      problem: `is not valid YAML: ${firstLine(error.message)}`,
      fix: MEND_LINE,
    }));
}

function aliasFaults(document: Document, lineAt: LineAt): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      faults.push({
        line: lineAt(alias.range?.[0] ?? 0),
        problem: 'uses a YAML alias',
        fix: 'write the text out',
      });
      return visit.BREAK;
    },
  });
  return faults;
}

function keyFaults(document: Document, lineAt: LineAt): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const repeated = firstRepeated(items.map(({ key }) => key));
      if (repeated === undefined) return undefined;
      faults.push({
        line: lineAt(isNode(repeated) ? (repeated.range?.[0] ?? 0) : 0),
        problem: 'is not valid YAML: Map keys must be unique',
        fix: MEND_LINE,
      });
      return visit.BREAK;
    },
  });
  return faults;
}

function firstRepeated(keys: readonly unknown[]): unknown {
  const seen = new Set<unknown>();
  return keys.find((key) => {
    const value = isScalar(key) ? key.value : key;
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated;
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The parser is recursive: absurd nesting ends in a RangeError. */
function unreadable(error: unknown): YamlFile {
  const reason = error instanceof Error ? firstLine(error.message) : 'unknown reason';
  const fault = { line: 1, problem: `cannot be read: ${reason}`, fix: 'write plain YAML' };
  return { value: undefined, faults: [fault], lineOf: () => 1 };
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.replace(/[:.]$/, '') ?? '';
