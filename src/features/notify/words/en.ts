import { rich, type Span } from '../../../chat/text.ts';

interface ToldGone {
  readonly track: number;
  readonly channel: Span;
  readonly group: string;
  readonly settings: Span;
}

/** What managers read of the group that questions notify. */
export const en = {
  title: 'Whom each question notifies',
  unset: 'nobody',
  change: 'Notify',
  formTitle: 'Whom to notify',
  about:
    'Each question mentions this group as it comes, and so notifies who is in it. Nothing else that Whetstone writes notifies anyone.',
  group: 'Role or user group',
  hint: 'Left empty: nobody',
  nobody: 'Nobody',
  save: 'Save',
  isGone: (group: string) =>
    `${group}, which is no longer there: questions come without it. Choose another one, or nobody.`,
  isSilent: (group: string) =>
    `Questions show ${group} and notify nobody, since not everybody may mention it. In the server’s settings let anyone mention this role, or give me the permission “Mention @everyone, @here, and All Roles”.`,
  toldGone: ({ track, channel, group, settings }: ToldGone) =>
    rich`Track ${track} in ${channel} notified ${group} of its questions, and there is no such role or group any more. Questions come without it. To choose another one, or nobody: ${settings}`,
  faults: {
    unknown: (given: string) =>
      `There is no role or user group ${given} here, so nothing was changed. Write its name or its ID, or off for nobody.`,
    several: (given: string) =>
      `Several roles or groups here are called ${given}, so nothing was changed. Write the ID of the one that you mean.`,
    everyone:
      'A question never notifies everyone, so nothing was changed. Choose a role or a group for those who want to hear of questions.',
    untold: (scope: string) =>
      `I may not see which user groups there are: the app lacks ${scope}. Write the group’s ID, such as S0123ABCD, or ask whoever set Whetstone up to install it again with its newest manifest. Nothing was changed.`,
    unavailable:
      'The roles and groups here could not be looked up just now, so nothing was changed. Try again in a minute.',
  },
};
