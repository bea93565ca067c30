import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  CHANNEL_LOST,
  MEMBER_CHANGED,
  WORKSPACE_LOST,
} from '../../../src/platforms/slack/events.ts';
import { OPTIONAL_SCOPES, SCOPES } from '../../../src/platforms/slack/permissions.ts';
import { readManifest } from '../../support/slack/manifest.ts';
import { specification } from '../../support/specifications.ts';

const SCHEMA = specification('slack-manifest.schema.2.0.0.json');

describe('app_manifest.yaml', () => {
  it.skipIf(!SCHEMA.isHere)('is what Slack takes as a manifest', () => {
    const schema = JSON.parse(readFileSync(SCHEMA.file, 'utf8')) as object;
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });
    const text = readFileSync(new URL('../../../app_manifest.yaml', import.meta.url), 'utf8');
    const validate = ajv.compile(schema);
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks for the scopes that are used, and no others', () => {
    const used = Object.keys({ ...SCOPES, ...OPTIONAL_SCOPES });
    expect([...readManifest().oauth_config.scopes.bot].sort()).toEqual(used.sort());
  });

  it('subscribes to the events that are heard, and no others', () => {
    const messages = ['message.channels', 'message.groups'];
    const heard = [...messages, ...CHANNEL_LOST, ...WORKSPACE_LOST, MEMBER_CHANGED];
    const { bot_events: events } = readManifest().settings.event_subscriptions;
    expect([...events].sort()).toEqual(heard.sort());
  });
});
