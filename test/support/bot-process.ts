import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PROJECT, settingsAlone } from './environment.ts';

/** The bot as an operator runs it: `node src/main.ts` with settings and nothing else. */
export interface BotProcess {
  readonly pid: number;
  /** What it logged so far. */
  readonly logged: readonly LogLine[];
  /** Resolves to the first line, past or to come, that `matches`; rejects when the process ends. */
  line(matches: (line: LogLine) => boolean): Promise<LogLine>;
  /** Resolves when all its platforms are connected. */
  ready(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** How it ended. */
  readonly exit: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Kills it if it still runs. */
  end(): Promise<void>;
}

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly [key: string]: unknown;
}

export function startBotProcess(settings: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: PROJECT,
    env: settingsAlone({ PORT: '0', LOG_FORMAT: 'json', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('node did not start');
  const exit = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  const lines = listen(child);
  return {
    pid,
    logged: lines.all,
    line: (matches) => Promise.race([lines.find(matches), endedInstead(exit, lines)]),
    async ready() {
      const isReady = ({ msg, status }: LogLine) => msg === 'platform' && status === 'ready';
      await this.line(isReady);
    },
    signal: (signal) => void process.kill(pid, signal),
    exit,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}

interface Lines {
  readonly all: LogLine[];
  readonly stderr: string[];
  find(matches: (line: LogLine) => boolean): Promise<LogLine>;
}

function listen({ stdout, stderr }: ChildProcess): Lines {
  const all: LogLine[] = [];
  const errors: string[] = [];
  const waiting = new Set<(line: LogLine) => void>();
  if (!stdout || !stderr) throw new Error('the process has no output');
  createInterface({ input: stdout }).on('line', (text) => {
    const line = JSON.parse(text) as LogLine;
    all.push(line);
    for (const hear of waiting) hear(line);
  });
  createInterface({ input: stderr }).on('line', (text) => errors.push(text));
  return {
    all,
    stderr: errors,
    find: (matches) =>
      new Promise((resolve) => {
        const known = all.find(matches);
        if (known) return resolve(known);
        const hear = (line: LogLine): void => {
          if (!matches(line)) return;
          waiting.delete(hear);
          resolve(line);
        };
        waiting.add(hear);
      }),
  };
}

async function endedInstead(exit: BotProcess['exit'], lines: Lines): Promise<never> {
  const how = JSON.stringify(await exit);
  const last = lines.all.slice(-20).map((line) => JSON.stringify(line));
  throw new Error(`the bot ended: ${how}\n${[...last, ...lines.stderr].join('\n')}`);
}
