/** Where a command reads and writes: `process` itself, or streams of a test. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** What a command says, and how it ends. */
export interface Output {
  readonly print: (text: string) => void;
  readonly printJson: (value: unknown) => void;
  /** Goes on, but ends with the status of a failure; what is said goes to standard error. */
  readonly fail: (said?: string) => void;
  /** The exit status so far. */
  readonly status: () => number;
}

export function createOutput({ stdout, stderr }: Terminal): Output {
  let status = 0;
  const print = (text: string): void => void stdout.write(asLines(text));
  return {
    print,
    printJson: (value) => print(JSON.stringify(value, undefined, 2)),
    fail(said) {
      status = 1;
      if (said !== undefined) stderr.write(asLines(said));
    },
    status: () => status,
  };
}

const asLines = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** A reader that has seen enough, such as `head`, closes the pipe: that is no failure. */
export function endQuietly(out: NodeJS.WriteStream): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
