import packageJson from '../../package.json' with { type: 'json' };

/** What the bot was asked by a word behind its name, with the exit status; undefined where it is to run. */
export function replyToArguments(
  args: readonly string[],
): { readonly code: number; readonly text: string } | undefined {
  if (args.length === 0) return undefined;
  if (args[0] === '--version') return { code: 0, text: packageJson.version };
  const text = `The bot takes no commands. Fix: npm run -s whetstone -- ${args.join(' ')}`;
  return { code: 1, text };
}
