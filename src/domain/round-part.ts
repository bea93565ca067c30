/** What a round puts on its platform, one after the other. */
export const ROUND_PARTS = ['question', 'thread', 'answer'] as const;

export type RoundPart = (typeof ROUND_PARTS)[number];
