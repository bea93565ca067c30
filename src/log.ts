import { destination, type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { describeError } from './log/describe-error.ts';
import { createScrubber } from './log/scrub.ts';

export interface LogOptions {
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** `pretty` for people, `json` for machines: one object a line. */
  readonly format: 'json' | 'pretty';
  /** Kept out of the log wherever they turn up. */
  readonly secrets?: readonly string[];
}

/**
 * A logger that holds no token and nothing people wrote. Lines are written at once, not buffered: the
 * last one before a crash is the one that matters.
 *
 * @param out Left out, standard output.
 */
export function createLog(options: LogOptions, out?: DestinationStream): Logger {
  const scrub = createScrubber(options.secrets ?? []);
  const show = options.format === 'pretty' ? prettifier(out === undefined) : asItIs;
  const sink = out ?? destination({ fd: 1, sync: true });
  return pino(
    {
      level: options.level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError },
    },
    { write: (line) => sink.write(show(scrub(line))) },
  );
}

const asItIs = (line: string): string => line;

const prettifier = (onStdout: boolean): ((line: string) => string) =>
  prettyFactory({
    colorize: onStdout && process.stdout.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    singleLine: true,
  });
