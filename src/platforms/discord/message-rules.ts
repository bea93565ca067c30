/** A fault in a body: where it is, such as `embeds.0.description`, and what is wrong there. */
export interface BodyFault {
  readonly at: string;
  readonly message: string;
}

/** A message as it is sent, as far as Discord's limits concern it. Nothing here is trusted to be right. */
export interface MessageContent {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly EmbedBody[] | null | undefined;
  readonly components?: readonly RowBody[] | null | undefined;
  readonly nonce?: string | number | null | undefined;
}

export interface EmbedBody {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly footer?: { readonly text: string } | undefined;
  readonly author?: { readonly name: string } | undefined;
  readonly image?: { readonly url: string } | undefined;
}

export interface RowBody {
  readonly type: number;
  readonly components: readonly ButtonBody[];
}

interface ButtonBody {
  readonly type: number;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const rangeOf = (max: number | Range): Range => (typeof max === 'number' ? { min: 0, max } : max);

/**
 * Discord's documented limits, written down a second time on purpose: the table by which messages are cut must not be
 * what checks them. The official specification leaves most of these out.
 */
export class Checks {
  readonly faults: BodyFault[] = [];

  that(ok: boolean, at: string, message: string): void {
    if (!ok) this.faults.push({ at, message });
  }

  /** Discord counts code points. */
  length(text: string | null | undefined, at: string, max: number | Range): void {
    const { min, max: most } = rangeOf(max);
    const length = [...(text ?? '')].length;
    this.that(length >= min && length <= most, at, `Must be between ${min} and ${most} in length.`);
  }

  count(items: readonly unknown[] | null | undefined, at: string, max: number | Range): void {
    const { min, max: most } = rangeOf(max);
    const count = items?.length ?? 0;
    this.that(count >= min && count <= most, at, `Must have between ${min} and ${most} items.`);
  }

  unique(items: readonly string[], at: string): void {
    this.that(new Set(items).size === items.length, at, 'Must be unique.');
  }
}

/** @param at Where the message stands in a larger body. */
export function checkContent(check: Checks, body: MessageContent, at = ''): void {
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
    check.length(field.name, `${at}.fields.${i}.name`, { min: 1, max: 256 });
    check.length(field.value, `${at}.fields.${i}.value`, { min: 1, max: 1_024 });
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
    check.count(row.components, `${at}.${i}.components`, { min: 1, max: 5 });
    for (const [j, button] of row.components.entries()) {
      check.length(button.label, `${at}.${i}.components.${j}.label`, { min: 1, max: 80 });
      check.length(button.custom_id, `${at}.${i}.components.${j}.custom_id`, { min: 1, max: 100 });
    }
  }
  const ids = rows.flatMap((row) => row.components.map((button) => button.custom_id ?? ''));
  check.unique(ids, at);
}
