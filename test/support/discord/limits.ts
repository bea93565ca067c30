import type { CallbackBody, EmbedBody, MessageBody, RowBody } from './bodies.ts';
import type { BodyFault } from './errors.ts';

/**
 * Discord's documented limits, written down a second time on purpose: the bot's own table must not
 * be what checks the bot. The official specification leaves most of these out.
 */
export class Checks {
  readonly faults: BodyFault[] = [];

  that(ok: boolean, at: string, message: string): void {
    if (!ok) this.faults.push({ at, message });
  }

  /** Discord counts code points. */
  length(text: string | null | undefined, at: string, max: number, min = 0): void {
    const length = [...(text ?? '')].length;
    this.that(length >= min && length <= max, at, `Must be between ${min} and ${max} in length.`);
  }

  count(items: readonly unknown[] | null | undefined, at: string, max: number, min = 0): void {
    const count = items?.length ?? 0;
    this.that(count >= min && count <= max, at, `Must have between ${min} and ${max} items.`);
  }

  unique(items: readonly string[], at: string): void {
    this.that(new Set(items).size === items.length, at, 'Must be unique.');
  }
}

/** An edit, or an answer to an interaction: the house's own rule, not Discord's, is that it notifies nobody. */
export function checkMessage(check: Checks, body: MessageBody, at = ''): void {
  checkContent(check, body, at);
  const mentions = at ? `${at}.allowed_mentions` : 'allowed_mentions';
  check.that(isSilent(body), mentions, 'This message could notify someone.');
}

/** A post may notify one role, with a content that is its mention and nothing else. */
export function checkPost(check: Checks, body: MessageBody): void {
  checkContent(check, body, '');
  const { content, allowed_mentions: allowed } = body;
  const [role, ...more] = allowed?.roles ?? [];
  const isOneRole =
    role !== undefined &&
    more.length === 0 &&
    content === `<@&${role}>` &&
    isSilent({ ...body, allowed_mentions: { ...allowed, roles: [] } });
  check.that(
    isOneRole || isSilent(body),
    'allowed_mentions',
    'This message could notify more than one role.',
  );
}

function checkContent(check: Checks, body: MessageBody, at: string): void {
  const path = (key: string): string => (at ? `${at}.${key}` : key);
  check.length(body.content, path('content'), 2_000);
  check.count(body.embeds, path('embeds'), 10);
  for (const [i, embed] of (body.embeds ?? []).entries()) {
    checkEmbed(check, embed, path(`embeds.${i}`));
  }
  const total = (body.embeds ?? []).reduce((sum, embed) => sum + embedLength(embed), 0);
  check.that(total <= 6_000, path('embeds'), 'Embed size exceeds maximum size of 6000');
  checkRows(check, body.components ?? [], path('components'));
  check.length(String(body.nonce ?? ''), path('nonce'), 25);
}

function checkEmbed(check: Checks, embed: EmbedBody, at: string): void {
  check.length(embed.title, `${at}.title`, 256);
  check.length(embed.description, `${at}.description`, 4_096);
  check.count(embed.fields, `${at}.fields`, 25);
  for (const [i, field] of (embed.fields ?? []).entries()) {
    check.length(field.name, `${at}.fields.${i}.name`, 256, 1);
    check.length(field.value, `${at}.fields.${i}.value`, 1_024, 1);
  }
  check.length(embed.footer?.text, `${at}.footer.text`, 2_048);
  check.length(embed.author?.name, `${at}.author.name`, 256);
  check.that(embedLength(embed) > 0 || embed.image !== undefined, at, 'Embed is empty.');
}

function embedLength({ title, description, fields, footer, author }: EmbedBody): number {
  const texts = [title, description, footer?.text, author?.name];
  const all = [...texts, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
  return all.reduce((sum, text) => sum + [...(text ?? '')].length, 0);
}

function checkRows(check: Checks, rows: readonly RowBody[], at: string): void {
  check.count(rows, at, 5);
  for (const [i, row] of rows.entries()) {
    check.count(row.components, `${at}.${i}.components`, 5, 1);
    for (const [j, button] of row.components.entries()) {
      check.length(button.label, `${at}.${i}.components.${j}.label`, 80, 1);
      check.length(button.custom_id, `${at}.${i}.components.${j}.custom_id`, 100, 1);
    }
  }
  const ids = rows.flatMap((row) => row.components.map((button) => button.custom_id ?? ''));
  check.unique(ids, at);
}

function isSilent({ allowed_mentions: allowed }: MessageBody): boolean {
  const none = (list: readonly string[] | undefined): boolean => (list?.length ?? 0) === 0;
  return (
    allowed?.parse?.length === 0 &&
    none(allowed.users) &&
    none(allowed.roles) &&
    allowed.replied_user !== true
  );
}

export function checkThread(check: Checks, body: unknown): void {
  const { name, auto_archive_duration: minutes } = body as {
    name?: string;
    auto_archive_duration?: number;
  };
  check.length(name, 'name', 100, 1);
  const allowed = [undefined, 60, 1_440, 4_320, 10_080];
  check.that(allowed.includes(minutes), 'auto_archive_duration', 'Not one of the durations.');
}

export function checkChoices(check: Checks, { data }: CallbackBody): void {
  check.count(data?.choices, 'data.choices', 25);
  for (const [i, { name, value }] of (data?.choices ?? []).entries()) {
    check.length(name, `data.choices.${i}.name`, 100, 1);
    check.length(value, `data.choices.${i}.value`, 100);
  }
}
