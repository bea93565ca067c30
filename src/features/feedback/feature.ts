import type { Feature } from '../shared/feature.ts';

/** Which key points an answer covers; the rules are in `domain/feedback/`. */
export const feedbackFeature: Feature = {
  name: 'feedback',
  cli: async () => (await import('./cli/commands.ts')).feedbackCommands,
};
