import { rich, type RichText, type Span } from '../../chat/text.ts';

export const en = {
  apology: 'Something went wrong on our side. Nothing you sent earlier is lost; please try again.',
  lacking: (permission: string) =>
    `The app lacks the permission ${permission}, so nothing was changed. Whoever set Whetstone up adds it in the app’s settings and installs the app again; then run this once more.`,
  /** A form failed; what was written in it follows. */
  formApology:
    'Something went wrong on our side, so this may not be saved. Here is what you wrote; please send it again.',
  openAgain: 'Open the form again',
  /** Above a text that its author is given back. */
  yours: 'You wrote',
  tooFast: 'That was a lot at once. Nothing is lost; wait a few seconds and try again.',
  notAllowed: (known: RichText) =>
    rich`Only people who may manage Whetstone here can do that. Ask one of them to run the command${known.length > 0 ? rich`, such as ${known}` : ''}.`,
  whoUnknown:
    'Slack did not tell me who you are. Nothing was changed; please try again in a moment.',
  /** Of what only a manager may do, pressed in a private message. */
  notInPrivate:
    'Here I cannot see whether you may manage the server. Please do this in one of its channels.',
  /** The bot was removed from the server since it wrote this private message. */
  workspaceGone:
    'The server that this message was about has removed me since, so nothing was changed.',
  unknownCommand: ({ given, help }: { readonly given: string; readonly help: Span }) =>
    rich`There is no command “${given}”. Try ${help}.`,
  unknownSubcommand: ({
    command,
    known,
  }: {
    readonly command: Span;
    readonly known: readonly string[];
  }) => rich`Write after ${command} what to do: ${known.join(', ')}.`,
  unknownOption: ({
    given,
    known,
  }: {
    readonly given: string;
    readonly known: readonly string[];
  }) =>
    known.length > 0
      ? `“${given}” is not an option here. Options: ${known.join(', ')}.`
      : `“${given}” is not an option here; this command takes none.`,
  unknownChoice: ({
    given,
    option,
    known,
  }: {
    readonly given: string;
    readonly option: string;
    readonly known: readonly string[];
  }) => `“${given}” does not fit ${option}. Choose one of: ${known.join(', ')}.`,
  missingOption: (example: Span) =>
    rich`The command is not complete. Write it like this: ${example}`,
  /** In answer to a private message. */
  worksInServers: (help: Span) =>
    rich`Whetstone works in the channels of a server. Run its commands there; ${help} lists them.`,
  otherWorkspace:
    'This Whetstone serves another Slack workspace. Install one for yours to use it here.',
  otherInstallation:
    'This belongs to another Whetstone that runs with the same token, so nothing was changed here. Ask whoever runs Whetstone to stop one of the two, or to give each its own app.',
  expired: 'This is too old to go on with. Start again with the command.',
  noTracks: (add: Span) =>
    rich`There is no track here yet. Someone who may manage Whetstone here can add one with ${add}.`,
};
