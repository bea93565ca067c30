/** How the bot is set up on a platform, as the platform tells it now. */
export interface PlatformSetup {
  /** As whom the bot is known there. */
  readonly name: string;
  /** The names of the servers or workspaces that it is in; of very many, the first. */
  readonly workspaces: readonly string[];
  /** What it lacks, by the platform's own names for it, such as an intent or a scope. */
  readonly missing: readonly string[];
  /** The page on which somebody adds it to another server. */
  readonly invitation?: string;
}
