import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Manifest {
  readonly features: { readonly slash_commands: readonly { readonly command: string }[] };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

/** The app as Slack knows it: what it may do and what it hears is what this file says. */
export function readManifest(): Manifest {
  const file = new URL('../../../app_manifest.yaml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as Manifest;
}
