import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { revealNow } from '../reveals/reveal-now.ts';
import { askNow } from '../rounds/ask-now.ts';
import type { Request } from '../shared/feature.ts';
import { resumeTrack } from '../suspension/resume-track.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackWords } from '../tracks/words/index.ts';
import { pauseTrack } from './pause-track.ts';
import { removeTrack } from './remove-track.ts';
import {
  cannotResumeCard,
  removeSureCard,
  trackDoneCard,
  type TrackStanding,
  trackStoppedCard,
} from './track-notes.ts';
import { trackAdminWords } from './words/index.ts';

/** Does something to a track and words what came of it. */
export type TrackVerb = (request: Request, track: Track) => Promise<Message>;

export const pause: TrackVerb = async (request, { id }) => {
  const words = trackAdminWords(request.language);
  const paused = await pauseTrack(request.context, id);
  switch (paused.type) {
    case 'paused':
      return noteCard(
        words.paused({ number: id, resume: trackCommandSpan(request.language, 'resume') }),
        'success',
      );
    case 'already-paused':
      return noteCard(words.alreadyPaused(id));
    case 'suspended':
      return stopped(request, paused.track);
    case 'gone':
      return gone(request, id);
  }
};

export const resume: TrackVerb = async (request, { id }) => {
  const { context, language } = request;
  const words = trackAdminWords(language);
  const resumed = await resumeTrack(context, id);
  switch (resumed.type) {
    case 'resumed':
      return trackDoneCard(words.resumed(id), standing(resumed.track), language);
    case 'already-active':
      return trackDoneCard(words.alreadyActive(id), standing(resumed.track), language);
    case 'refused':
      return cannotResumeCard(id, resumed.faults, language);
    case 'gone':
      return gone(request, id);
  }
};

export const ask: TrackVerb = async (request, { id }) => {
  const { context, language } = request;
  const words = trackAdminWords(language);
  const asked = await askNow(context, id);
  switch (asked.type) {
    case 'asked':
      return noteCard(words.asked(id), 'success');
    case 'already-coming':
      return noteCard(words.askedAlready(id));
    case 'deck-empty':
      return cannotResumeCard(id, [{ code: 'pool-empty' }], language);
    case 'not-set-up':
      return cannotResumeCard(
        id,
        [{ code: 'platform-not-set-up', platform: asked.platform }],
        language,
      );
    case 'suspended':
      return stopped(request, asked.track);
    case 'gone':
      return gone(request, id);
  }
};

export const reveal: TrackVerb = async (request, { id }) => {
  const { context, language } = request;
  const words = trackAdminWords(language);
  const revealed = await revealNow(context, id);
  switch (revealed.type) {
    case 'closed':
      return noteCard(words.revealed({ number: id, round: revealed.round.number }), 'success');
    case 'nothing-open':
      return noteCard(words.nothingOpen(id), 'warning');
    case 'suspended':
      return stopped(request, revealed.track);
    case 'gone':
      return gone(request, id);
  }
};

export const confirmRemoval: TrackVerb = ({ language }, { id }) =>
  Promise.resolve(removeSureCard(id, language));

export const remove: TrackVerb = async (request, { id }) => {
  const removed = await removeTrack(request.context, id);
  if (removed.type === 'gone') return gone(request, id);
  return noteCard(trackAdminWords(request.language).removed(id), 'success');
};

function standing({ id, ...track }: Track): TrackStanding {
  return { ...track, number: id };
}

function stopped({ language }: Request, track: Track): Message {
  return trackStoppedCard(standing(track), language);
}

function gone({ language }: Request, id: number): Message {
  return noteCard(
    trackWords(language).notFound({ given: String(id), list: trackCommandSpan(language, 'list') }),
    'warning',
  );
}
