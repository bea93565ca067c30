import type { Message } from '../../chat/message.ts';
import type { Track } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { revealNow } from '../reveals/reveal-now.ts';
import { askNow } from '../rounds/ask-now.ts';
import type { Request } from '../shared/feature.ts';
import { resumeTrack } from '../suspension/resume-track.ts';
import { pauseTrack } from './pause-track.ts';
import { pausedReply } from './paused-reply.ts';
import { removeTrack } from './remove-track.ts';
import {
  cannotResumeCard,
  type NotedTrack,
  removeSureCard,
  stillOpenCard,
  trackDoneCard,
  trackGoneCard,
  trackStoppedCard,
} from './track-notes.ts';
import { trackAdminWords } from './words/index.ts';

/** Does something to a track and words what came of it. */
export type TrackVerb = (request: Request, track: Track) => Promise<Message>;

/** The day on which it goes on is an option of the command. */
export const pauseUntil =
  (until?: string): TrackVerb =>
  async ({ context, language }, { id }) =>
    pausedReply(id, await pauseTrack(context, { trackId: id, until }), language);

export const resume: TrackVerb = async (request, { id }) => {
  const { context, language } = request;
  const words = trackAdminWords(language);
  const resumed = await resumeTrack(context, id);
  switch (resumed.type) {
    case 'resumed':
      return trackDoneCard(words.resumed(id), notedTrack(resumed.track), language);
    case 'already-active':
      return trackDoneCard(words.alreadyActive(id), notedTrack(resumed.track), language);
    case 'refused':
      return cannotResumeCard(id, resumed.faults, language);
    case 'gone':
      return trackGoneCard(id, request.language);
  }
};

/** Where a round is open, another one is asked only once that is confirmed. */
const asking =
  (beside: boolean): TrackVerb =>
  async (request, { id }) => {
    const { context, language } = request;
    const words = trackAdminWords(language);
    const asked = await askNow(context, { trackId: id, beside });
    switch (asked.type) {
      case 'still-open':
        return stillOpenCard(asked.round, language);
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
        return trackGoneCard(id, request.language);
    }
  };

export const ask = asking(false);
export const askBeside = asking(true);

export const reveal: TrackVerb = async (request, { id }) => {
  const { context, language } = request;
  const words = trackAdminWords(language);
  const revealed = await revealNow(context, id);
  switch (revealed.type) {
    case 'closed': {
      const { round, stillOpen } = revealed;
      return noteCard(words.revealed({ number: id, round: round.number, stillOpen }), 'success');
    }
    case 'nothing-open':
      return noteCard(words.nothingOpen(id), 'warning');
    case 'suspended':
      return stopped(request, revealed.track);
    case 'gone':
      return trackGoneCard(id, request.language);
  }
};

export const confirmRemoval: TrackVerb = ({ language }, { id }) =>
  Promise.resolve(removeSureCard(id, language));

export const remove: TrackVerb = async (request, { id }) => {
  const removed = await removeTrack(request.context, id);
  if (removed.type === 'gone') return trackGoneCard(id, request.language);
  return noteCard(trackAdminWords(request.language).removed(id), 'success');
};

function notedTrack({ id, ...track }: Track): NotedTrack {
  return { ...track, number: id };
}

function stopped({ language }: Request, track: Track): Message {
  return trackStoppedCard(notedTrack(track), language);
}
