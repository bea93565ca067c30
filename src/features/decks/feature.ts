import type { Feature } from '../shared/feature.ts';

/** Decks as they are stored: loading, finding, removing, and what cards show of a question. */
export const decksFeature: Feature = { name: 'decks' };
