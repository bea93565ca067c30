import type { Feature } from '../shared/feature.ts';

/** What the playground's own controls do: the next question now, the deadline now. */
export const playgroundFeature: Feature = { name: 'playground' };
