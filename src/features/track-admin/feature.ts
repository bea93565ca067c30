import type { ButtonHandler, CommandAction, Feature, FormHandler } from '../shared/feature.ts';
import { showTrackSettings } from '../tracks/show-track-settings.ts';
import { checkTracks } from './check-tracks.ts';
import { completeTrack } from './complete.ts';
import { TRACK_COMMAND, WHETSTONE_COMMAND } from './definition.ts';
import {
  addTrackForm,
  cancelDraft,
  checkDraft,
  editTrackForm,
  pressSave,
  reopenDraft,
  sendDraft,
} from './draft.ts';
import { trackLabels } from './form.ts';
import { listTracks } from './list-tracks.ts';
import { pauseButton, pauseFormHandler } from './pause-form.ts';
import { pauseSetting } from './pause-setting.ts';
import { pickTrack } from './pick.ts';
import { trackCheckCard } from './track-check-card.ts';
import { trackListCard } from './track-list-card.ts';
import {
  ask,
  askBeside,
  confirmRemoval,
  pauseUntil,
  remove,
  resume,
  reveal,
  type TrackVerb,
} from './verbs.ts';
import { trackAdminWords } from './words/index.ts';

const add: CommandAction = { opensForm: true, run: addTrackForm, complete: completeTrack };

const edit: CommandAction = {
  opensForm: true,
  complete: completeTrack,
  async run(request, { track, ...options }) {
    const isPlain = Object.keys(options).length === 0;
    const picked = await pickTrack(request, track, isPlain ? 'track-edit' : undefined);
    if (picked.type === 'unclear') return picked.response;
    return editTrackForm(request, picked.track, options);
  },
};

const list: CommandAction = {
  async run({ context, workspace, language }) {
    const tracks = await listTracks(context, workspace.id, language);
    return { type: 'reply', message: trackListCard(language, tracks) };
  },
};

const doctor: CommandAction = {
  async run({ context, workspace, language, threadAnswers }) {
    const checked = await checkTracks(context, workspace, language);
    return { type: 'reply', message: trackCheckCard(language, { ...checked, threadAnswers }) };
  },
};

/** A subcommand that does something to one track; `button` does the same where one has to choose. */
function acting(verb: TrackVerb, button: string): CommandAction {
  return {
    complete: completeTrack,
    async run(request, { track }) {
      const picked = await pickTrack(request, track, button);
      if (picked.type === 'unclear') return picked.response;
      return { type: 'reply', message: await verb(request, picked.track) };
    },
  };
}

const pauseAction: CommandAction = {
  complete: completeTrack,
  run: (request, { until, ...options }) =>
    acting(pauseUntil(until), 'track-pause').run(request, options),
};

/** The message that bears the button gives way to what came of it, so it is not pressed twice. */
function actingButton(name: string, verb: TrackVerb): ButtonHandler {
  return {
    name,
    manage: true,
    async run(request, [track = '']) {
      const picked = await pickTrack(request, track, name);
      if (picked.type === 'unclear') return picked.response;
      return { type: 'replace', message: await verb(request, picked.track) };
    },
  };
}

function draftButton(
  name: string,
  run: (...args: Parameters<typeof pressSave>) => ReturnType<typeof pressSave>,
): ButtonHandler {
  return { name, manage: true, run: (request, [id = '']) => run(request, id) };
}

const editButton: ButtonHandler = {
  name: 'track-edit',
  manage: true,
  opensForm: true,
  run: (request, [track = '']) => edit.run(request, { track }),
};

const form: FormHandler = {
  name: 'track',
  manage: true,
  opener: 'track-form',
  labels: trackLabels,
  run: (request, [id = ''], { values }) => sendDraft(request, id, values),
};

/** `/track`, its form, and the buttons of its replies. */
export const trackAdminFeature: Feature = {
  name: 'track-admin',
  words: trackAdminWords,
  cli: async () => (await import('./cli/commands.ts')).trackCommands,
  commands: [
    {
      definition: TRACK_COMMAND,
      actions: {
        add,
        edit,
        list,
        settings: acting(showTrackSettings, 'track-settings'),
        doctor,
        pause: pauseAction,
        resume: acting(resume, 'track-resume'),
        remove: acting(confirmRemoval, 'track-remove'),
        ask: acting(ask, 'track-ask'),
        reveal: acting(reveal, 'track-reveal'),
      },
    },
    { definition: WHETSTONE_COMMAND, actions: { '': doctor, doctor } },
  ],
  forms: [form, pauseFormHandler],
  trackSettings: [pauseSetting],
  buttons: [
    { ...draftButton('track-form', reopenDraft), opensForm: true },
    draftButton('track-check', checkDraft),
    draftButton('track-save', pressSave),
    draftButton('track-cancel', cancelDraft),
    editButton,
    actingButton('track-settings', showTrackSettings),
    actingButton('track-pause', pauseUntil()),
    pauseButton,
    actingButton('track-resume', resume),
    actingButton('track-remove', confirmRemoval),
    actingButton('track-remove-sure', remove),
    actingButton('track-ask', ask),
    actingButton('track-ask-beside', askBeside),
    actingButton('track-reveal', reveal),
  ],
};
