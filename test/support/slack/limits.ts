/** What Slack takes, as its documentation says; kept apart from the bot's own list on purpose. */
export const TAKES = {
  blocks: 50,
  /** In bytes. */
  blocksAsJson: 11_000,
  messageText: 40_000,
  section: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  header: 150,
  contextElements: 10,
  altText: 2_000,
  uploadAlt: 1_000,
  actions: 25,
  buttonText: 75,
  actionId: 255,
  blockId: 255,
  value: 2_000,
  markdown: 12_000,
  metadata: 16_000,
  viewBlocks: 100,
  viewTitle: 24,
  privateMetadata: 3_000,
  input: 3_000,
  label: 2_000,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
} as const;

export const TRIGGER_MS = 3_000;
export const ACK_MS = 3_000;
export const RESPONSE_URL_MS = 30 * 60_000;
export const RESPONSE_URL_USES = 5;
