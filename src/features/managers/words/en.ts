import { rich, type RichText, type Span } from '../../../chat/text.ts';

/** Who may manage Whetstone in a place beside those whom the platform lets manage it. */
export const en = {
  command: { name: 'managers', does: 'Who may manage Whetstone here' },
  subcommands: {
    add: { name: 'add', does: 'Let someone manage Whetstone here' },
    remove: { name: 'remove', does: 'Let someone manage it no more' },
    list: { name: 'list', does: 'Who may manage it now' },
  },
  option: {
    name: 'who',
    does: 'A person; on Slack also a user group, or the word creator',
    example: '@Ann',
  },
  /** Typed in place of a person. */
  creator: 'creator',

  added: (who: RichText) => rich`From now on ${who} may manage Whetstone here.`,
  addedBefore: (who: RichText) => rich`${who} may manage Whetstone here already.`,
  removed: (who: RichText) => rich`${who} may no more manage Whetstone here by being named.`,
  notNamed: (who: RichText) =>
    rich`${who} was not named here, so nothing was changed. Those who manage the server or workspace itself always may.`,
  /** In a sentence, and alone in a list. */
  channelCreator: 'whoever created a channel, in that channel,',
  channelCreatorLine: 'Whoever created a channel, in that channel',
  platformLine: 'Whoever may manage the server or workspace itself',
  groupLine: (label: string) => `User group ${label}`,

  heading: 'Who manages Whetstone here',
  how: ({ add, remove }: { readonly add: Span; readonly remove: Span }) =>
    rich`To name someone, or to take that back: ${add}, ${remove}`,

  onlyPlatform:
    'Only people who may manage the server or workspace itself say who else manages. Nothing was changed.',
  nobody: 'There is no such person here, so nothing was changed. Choose someone from the list.',
  noGroup: (label: string) =>
    `There is no user group ${label} here, so nothing was changed. Choose it from Slack’s list.`,
  scopeMissing: (scope: string) =>
    `I may not see who is in a user group: the app lacks ${scope}. Ask whoever set Whetstone up to install it again with its newest manifest. Nothing was changed.`,
  noGroups: 'People are named one by one here. Nothing was changed.',
  noCreators: 'This platform does not tell who created a channel. Nothing was changed.',
};
