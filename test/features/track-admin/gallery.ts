import type { Message } from '../../../src/chat/message.ts';
import type { RoundsAhead } from '../../../src/domain/calendar.ts';
import type { Language } from '../../../src/domain/language.ts';
import { DIFFICULTIES } from '../../../src/domain/question.ts';
import { ROUND_PARTS } from '../../../src/domain/round-part.ts';
import { SUSPEND_CODES } from '../../../src/domain/suspend-reason.ts';
import type { TrackFault } from '../../../src/domain/track-plan.ts';
import { nudgeSetting } from '../../../src/features/nudge/nudge-setting.ts';
import { roundFailedCard } from '../../../src/features/rounds/round-failed-card.ts';
import {
  suspendedCard,
  suspendedElsewhereCard,
} from '../../../src/features/suspension/suspended-card.ts';
import { draftCard, draftFaultsCard } from '../../../src/features/track-admin/draft-card.ts';
import { trackCheckCard } from '../../../src/features/track-admin/track-check-card.ts';
import {
  trackChoiceCard,
  trackNumbersCard,
} from '../../../src/features/track-admin/track-choice-card.ts';
import { noTracksCard, trackListCard } from '../../../src/features/track-admin/track-list-card.ts';
import {
  cannotResumeCard,
  removeSureCard,
  stillOpenCard,
  trackDoneCard,
  trackGoneCard,
  trackSavedCard,
  trackStoppedCard,
} from '../../../src/features/track-admin/track-notes.ts';
import { trackSettingsCard } from '../../../src/features/tracks/track-settings-card.ts';
import { MADE_UP } from '../made-up.ts';

const AT = new Date('2026-11-23T18:00:00Z');
const CRONS = [
  '0 10 * * *',
  '0 10 * * 1-5',
  '0 10 * * 6,0',
  '30 9 * * 1,4',
  '*/15 * * * *',
  '0 10 * * 5#L',
  '0 10 * * 1,4 every 2 weeks from 2026-11-23',
];

const NOTHING_AHEAD = { asked: [], skipped: [] };

const ahead = (reason: string): RoundsAhead => ({
  asked: [AT, new Date('2026-12-01T10:00:00Z'), new Date('2027-01-04T10:00:00Z')],
  skipped: [
    { from: 20811, until: 20821, reason },
    { from: 20800, until: 20800, reason: '' },
  ],
});

/** Every card about tracks. */
export function gallery(language: Language): Readonly<Record<string, readonly Message[]>> {
  const { text, deck } = MADE_UP[language];
  const draft = { language, id: '1' };
  const choice = [{ number: 1, deck }];
  return {
    trackChoiceCard: [trackChoiceCard(choice, 'then', language)],
    trackNumbersCard: [trackNumbersCard(choice, language)],
    draftCard: CRONS.flatMap((cron) => [
      draftCard(draft, trackFacts(language, cron, 8 * 3600), ahead(text)),
      draftCard({ ...draft, number: 2 }, trackFacts(language, cron, null), NOTHING_AHEAD),
    ]),
    draftFaultsCard: [draftFaultsCard(draft, faults(language))],
    cannotResumeCard: [cannotResumeCard(1, faults(language), language)],
    removeSureCard: [removeSureCard(1, language)],
    stillOpenCard: [new Date('2026-11-24T10:00:00Z'), null].map((closesAt) =>
      stillOpenCard({ trackId: 1, number: 2, closesAt }, language),
    ),
    noTracksCard: [noTracksCard(language)],
    trackListCard: [trackListCard(language, []), trackListCard(language, listed(language))],
    trackSettingsCard: [undefined, ['2']].map((value) =>
      trackSettingsCard({
        ...trackFacts(language, '0 10 * * *', null),
        ...{ number: 1, language, settings: [{ setting: nudgeSetting, value }] },
      }),
    ),
    trackCheckCard: [
      trackCheckCard(language, { tracks: [], unchecked: 0, threadAnswers: true }),
      trackCheckCard(language, {
        tracks: listed(language).map((one) => ({ ...one, faults: [], ofSettings: [], heldUp: [] })),
        ...{ unchecked: 0, threadAnswers: true },
      }),
      trackCheckCard(language, {
        tracks: listed(language).map((one) => ({
          ...{ ...one, faults: faults(language), ofSettings: [text] },
          heldUp: (['question', 'answer'] as const).map((part) => ({ number: 1, part, since: AT })),
          calendar: { name: text, fault: { code: 'ics-every-day' } },
        })),
        ...{ unchecked: 1, threadAnswers: false },
      }),
    ],
    trackSavedCard: [true, false].map((isNew) =>
      trackSavedCard({ ...standing('active'), isNew }, language),
    ),
    trackGoneCard: [trackGoneCard(1, language)],
    trackDoneCard: (['active', 'paused', 'suspended'] as const).map((status) =>
      trackDoneCard(text, standing(status), language),
    ),
    trackStoppedCard: [trackStoppedCard(standing('suspended'), language)],
    suspendedElsewhereCard: ['', text].map((workspace) =>
      suspendedElsewhereCard({
        ...{ language, number: 1, reason: 'rejected' },
        channel: '1',
        workspace,
      }),
    ),
    roundFailedCard: ROUND_PARTS.flatMap((part) => [
      roundFailedCard({ language, number: 1, part, refusal: '1 -' }),
      roundFailedCard({ language, number: 1, part, where: { channel: '1', workspace: text } }),
    ]),
    suspendedCard: SUSPEND_CODES.map((reason) => suspendedCard({ language, number: 1, reason })),
  };
}

function standing(status: 'active' | 'paused' | 'suspended') {
  const suspendedReason = status === 'suspended' ? 'rejected' : null;
  return { number: 1, status, suspendedReason, nextDueAt: status === 'active' ? AT : null };
}

function trackFacts(language: Language, cron: string, answeringSeconds: number | null) {
  const { deck, topic } = MADE_UP[language];
  const plan = { deckIds: [1], topics: ['1'], difficulties: DIFFICULTIES, answeringSeconds };
  const when = { cron, timezone: 'UTC', language };
  return { channel: '1', deck, topics: [topic], plan: { ...plan, ...when } };
}

function listed(language: Language) {
  const { text, deck } = MADE_UP[language];
  return Array.from({ length: 32 }, (_, index) => ({
    ...{ channel: '1', deck, cron: CRONS[index % CRONS.length] ?? '', timezone: 'UTC' },
    ahead: index % 2 === 0 ? NOTHING_AHEAD : ahead(text),
    ...standing((['active', 'paused', 'suspended'] as const)[index % 3] ?? 'active'),
    settings: index % 2 === 0 ? [] : [[`${nudgeSetting.title(language)}: `, '2']],
  }));
}

function faults(language: Language): readonly TrackFault[] {
  const { text: given } = MADE_UP[language];
  const known = [given];
  return [
    { code: 'cron-invalid', given },
    { code: 'cron-too-often', given },
    { code: 'cron-never', given },
    { code: 'timezone-unknown', given, near: [] },
    { code: 'timezone-unknown', given, near: known },
    { code: 'answering-invalid', given },
    { code: 'answering-too-short', given },
    { code: 'answering-too-long', given },
    { code: 'deck-missing', known },
    { code: 'deck-unknown', given, known },
    { code: 'topic-unknown', given, known },
    { code: 'difficulty-unknown', given },
    { code: 'language-unknown', given },
    { code: 'pool-empty' },
    { code: 'missing-permissions', permissions: known },
    { code: 'channel-gone' },
    { code: 'workspace-gone' },
    { code: 'platform-unavailable' },
  ];
}
