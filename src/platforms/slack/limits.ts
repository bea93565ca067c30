/**
 * Slack's limits, in UTF-16 units unless said otherwise. Sources, where no other is named: the Block
 * Kit reference, docs.slack.dev/reference/block-kit.
 */
export const LIMITS = {
  /** Blocks of one message. */
  blocks: 50,
  /**
   * All blocks of one message, in bytes of JSON. Undocumented: above about 11,000 Slack answers
   * `msg_blocks_too_long` (github.com/slackapi/bolt-js issues 2509 and 2867, measured with English
   * text; that letters beyond ASCII count by their bytes is the careful reading).
   */
  page: 9_000,
  /** What a person may write: chat.postMessage recommends no more, and the client sends no more. */
  message: 4_000,
  /** One text. Documented for sections; kept for rich text too, which has no limit of its own. */
  text: 3_000,
  heading: 150,
  buttons: 25,
  buttonLabel: 75,
  contextElements: 10,
  pictureAlt: 2_000,
  /** The description of an uploaded file: docs.slack.dev/reference/methods/files.getUploadURLExternal. */
  uploadAlt: 1_000,
  /** Bytes of an uploaded file: slack.com/help/articles/201330736. */
  upload: 1_000_000_000,
  /** A modal's title and the labels of its own buttons. */
  formTitle: 24,
  fieldLabel: 2_000,
  input: 3_000,
  optionLabel: 75,
  formMetadata: 3_000,
  /** The words of a notification; longer is cut by Slack at 40,000, and nobody reads that far. */
  notification: 3_000,
} as const;

/** How Slack measures requests from outside: docs.slack.dev/authentication/verifying-requests. */
export const SIGNATURE_AGE_SECONDS = 5 * 60;

/** Requests from outside: no event, command or form is longer, Slack sends each at once, and a busy
 *  workspace's come in far below so many at a time. */
export const BODIES = { bytes: 1024 * 1024, atOnce: 32, timeoutMs: 10_000 } as const;

/** How long one call of the Web API may take before its outcome counts as unknown. */
export const CALL_TIMEOUT_MS = 10_000;
