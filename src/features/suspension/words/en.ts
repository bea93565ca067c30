import { rich, type RichText, type Span } from '../../../chat/text.ts';

/** What the people who manage a track are told when it is suspended. */
export const en = {
  alertHeading: 'The questions in this channel have stopped',
  alertElsewhere: (number: number) => `The questions of track ${number} have stopped`,
  alert: (reason: RichText) => rich`The reason: ${reason}`,
  alertResume: ({ number, resume }: { readonly number: number; readonly resume: Span }) =>
    rich`Then someone who may manage Whetstone starts it again: ${resume} (track ${number}).`,
};
