/**
 * Discord's limits in characters or pieces, by the pages of docs.discord.com/developers they are
 * stated on. Markup and escapes count. Discord counts code points; counting UTF-16 units, as here,
 * never allows more.
 */
export const LIMITS = {
  /** resources/message, "Embed Limits" */
  embedDescription: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  /** All texts of all embeds of one message together. */
  embedsTotal: 6_000,
  /** resources/message, "Create Message"; of a person's, without a subscription, too */
  message: 2_000,
  embeds: 10,
  files: 10,
  /** reference, "Uploading Files": bytes of all files of a request, where nobody has paid for more */
  upload: 10 * 1024 * 1024,
  fileDescription: 1_024,
  /** components/reference */
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  formTitle: 45,
  formText: 4_000,
  fieldLabel: 45,
  fieldHint: 100,
  input: 4_000,
  optionLabel: 100,
  /** interactions/application-commands, "Application Command Option Choice Structure" */
  choices: 25,
  choiceName: 100,
  /** resources/channel, "Start Thread from Message" */
  threadName: 100,
  /** resources/channel, "Get Channel Messages" */
  historyPage: 100,
} as const;

/** The longest time Discord keeps a silent thread open: a week, in minutes. */
export const AUTO_ARCHIVE_MINUTES = 10_080;

/** How long one request may take before its outcome counts as unknown. */
export const REQUEST_TIMEOUT_MS = 15_000;
