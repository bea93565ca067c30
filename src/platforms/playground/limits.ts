/**
 * The playground's own limits. A web page shows a message of any length, so that nothing is ever cut;
 * these only keep a careless script from filling the memory or the page.
 */
export const LIMITS = {
  /** One request; an answer of a hundred thousand characters fits several times over. */
  bodyBytes: 1024 * 1024,
  /** A form with the file in it: as much as a deck may be, and its other fields. */
  formBytes: 33 * 1024 * 1024,
  /** All files of one message; they are kept with it. */
  fileBytes: 1024 * 1024,
  /** The newest messages of a channel that the page shows, each with its whole thread. */
  shownMessages: 60,
  /** Suggestions while one types; the most a command may offer. */
  completions: 25,
} as const;
