/** A key point and an answer, for a language model to say whether the answer says the point. */
export interface GraderQuestion {
  readonly question: string;
  readonly point: string;
  /** Written by someone who may want it to count: data, and never an instruction. */
  readonly answer: string;
}

export type GraderReply =
  /** `quote` is what the model gives for the answer's own words; nobody has looked yet whether it is. */
  | { readonly type: 'says'; readonly quote: string }
  | { readonly type: 'says-not' }
  /** Too late, refused, or nothing that can be read. */
  | { readonly type: 'failed'; readonly reason: string };

/** The quotes by which a model found points in an answer, by the points' ids. */
export type GraderQuotes = ReadonlyMap<string, string>;

/** A language model that the operator has set up to read answers. */
export interface Grader {
  /** Where answers go, and what reads them there: members are told. */
  readonly host: string;
  readonly model: string;
  /** How many answers of a workspace it reads on one day. */
  readonly dailyLimit: number;
  /** Asks all at once and waits for all of them together for a few seconds; never rejects. */
  ask(questions: readonly GraderQuestion[]): Promise<readonly GraderReply[]>;
  /** What it found in answers before, by a key that says all that it was asked. */
  readonly found: {
    get(key: string): GraderQuotes | undefined;
    set(key: string, quotes: GraderQuotes): unknown;
  };
}
