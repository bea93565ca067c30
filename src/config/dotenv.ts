import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError, type SettingFault } from './error.ts';
import { fileStrayWarnings } from './strays.ts';
import { type Variable, VARIABLES } from './variables.ts';

const UTF8_FIX =
  'Fix: save it as UTF-8 without a byte-order mark, which editors offer in “Save as”.';

/** As Macs of the last century ended lines. Node reads such a file as one line, and runs its settings together. */
const LONE_RETURN = /\r(?!\n)/;

const LINES_FIX = 'Fix: save it with line feeds (LF), which editors offer as “line endings”.';

/**
 * The variables in a `.env` file; none where there is no such file.
 *
 * @throws {ConfigError} where the file cannot be read as a whole: part of it would be left out in silence.
 */
export function readDotenv(file: string): Readonly<Record<string, string | undefined>> {
  const bytes = readBytes(file);
  if (!bytes) return {};
  const faults = encodingFaults(bytes);
  const text = bytes.toString('utf8');
  if (faults.length > 0) throw new ConfigError(faults);
  const read = parseEnv(text);
  const all = [...colonFaults(text), ...cutFaults(text), ...lineFaults(text)];
  if (all.length > 0) throw new ConfigError(all, fileStrayWarnings(Object.keys(read)));
  return read;
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const problem = code === 'EISDIR' ? 'is a folder, not a file' : `cannot be read: ${message}`;
    throw new ConfigError([
      { variable: '.env', message: `${problem}. Fix: put a file that this user may read there.` },
    ]);
  }
}

function encodingFaults(bytes: Buffer): readonly SettingFault[] {
  // Text in UTF-8 holds no zero byte, and text in UTF-16 one for each letter of ASCII.
  if (bytes.includes(0)) return [{ variable: '.env', message: `is saved in UTF-16. ${UTF8_FIX}` }];
  if (LONE_RETURN.test(bytes.toString('latin1'))) {
    return [
      { variable: '.env', message: `has lines that end in a carriage return alone. ${LINES_FIX}` },
    ];
  }
  if (!bytes.toString('utf8').startsWith('\ufeff')) return [];
  const [name] = /[\w.]+(?=\s*=)/.exec(bytes.toString('utf8').split('\n')[0] ?? '') ?? [];
  const variable = VARIABLES.find((one) => one === name) ?? '.env';
  const problem =
    variable === '.env'
      ? 'begins with a byte-order mark, which hides its first line'
      : 'stands behind a byte-order mark in .env, which hides it';
  return [{ variable, message: `${problem}. ${UTF8_FIX}` }];
}

/** YAML’s `NAME: value` sets nothing here. */
function colonFaults(text: string): readonly SettingFault[] {
  return VARIABLES.filter((name) => colonAfter(name).test(text)).map((variable) => ({
    variable,
    message: 'is followed by a colon in .env. Fix: write “=” in its place.',
  }));
}

const colonAfter = (names: string): RegExp =>
  new RegExp(`^[ \\t]*(?:-[ \\t]+|export[ \\t]+)?(?:${names})[ \\t]*:`, 'm');

/** A value in quotation marks, which may have several lines. */
const QUOTED = /^([ \t]*(?:export[ \t]+)?[^\s#=]+[ \t]*=[ \t]*)(["'`])[^]*?\2/gm;

/** Nothing, a comment, or what begins with a name and “=”. */
const SOUND = /^\s*(?:$|#|(?:export\s+)?[^\s#=]+[ \t]*=)/;

/** What else stands on a line is no setting. It may be a secret, so only its number is told. */
function lineFaults(text: string): readonly SettingFault[] {
  const withColon = colonAfter(VARIABLES.join('|'));
  const lines = text.replace(QUOTED, (value) => value.replace(/\n[^\n]*/g, '\n')).split('\n');
  return lines.flatMap((line, index) =>
    SOUND.test(line) || withColon.test(line)
      ? []
      : [{ variable: '.env' as const, message: `line ${index + 1} ${NO_SETTING}` }],
  );
}

const NO_SETTING =
  'is no setting: it does not begin with a name without blanks, and “=”. Fix: write NAME=value, or “#” before a comment.';

/** Where no quotation marks stand around a value, “#” begins a comment also in the middle of a word. */
function cutFaults(text: string): readonly SettingFault[] {
  const isCut = (name: Variable): boolean =>
    new RegExp(
      `^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*[^\\s"'\`#][^\\n#]*(?<!\\s)#`,
      'm',
    ).test(text);
  return VARIABLES.filter(isCut).map((variable) => ({
    variable,
    message:
      'is cut off at “#” in .env, where a comment begins. Fix: put the value in quotation marks.',
  }));
}
