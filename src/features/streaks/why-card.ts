import { isolated } from '../../chat/displayable.ts';
import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import { bold, rich, type RichText, time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { ExplainedRound, MarkReason } from '../../domain/streak-ledger.ts';
import { awayText } from '../away/away-card.ts';
import { standingsWords } from '../standings/words/index.ts';
import { signOf } from './mark-sign.ts';
import { streakWords } from './words/index.ts';

interface WhyFacts {
  readonly language: Language;
  readonly deck: string;
  readonly track: number;
  /** Other tracks whose marks the reader may mean. */
  readonly others: readonly number[];
  /** Newest first. */
  readonly rounds: readonly ExplainedRound[];
  readonly page: number;
  readonly pages: number;
}

/** Why each mark of a page of rounds stands as it does, for the member alone. */
export function whyCard(facts: WhyFacts): Message {
  const { language, rounds } = facts;
  const words = streakWords(language);
  return message([
    { type: 'heading', text: words.whyHeading },
    { type: 'note', text: [standingsWords(language).trackLine(facts)] },
    ...(rounds.length === 0 ? [{ type: 'text' as const, text: [words.noRounds] }] : []),
    ...rounds.map((round): Block => ({ type: 'text', text: lineOf(language, round) })),
    ...buttonsOf(facts),
  ]);
}

function lineOf(language: Language, told: ExplainedRound): RichText {
  const words = streakWords(language);
  const { round, kind, reason, current, earnedFreeze } = told;
  const then = kind === 'answered' ? ` ${words.streakThen({ current, earnedFreeze })}` : '';
  const name = bold(words.whyRound(round));
  return rich`${signOf(kind)} ${name}: ${reasonText(language, reason)}${then}`;
}

function reasonText(language: Language, reason: MarkReason): RichText {
  const words = streakWords(language).reasons;
  switch (reason.type) {
    case 'answered':
      return reason.at ? rich`${words.answered} ${time(reason.at)}.` : [words.answeredSometime];
    case 'counted-late': {
      const { by, reason: given } = reason.correction;
      const counted = words.countedLate({ by: by && isolated(by), reason: given });
      return reason.at ? rich`${words.late} ${time(reason.at)}; ${counted}` : [counted];
    }
    case 'void': {
      const { by, reason: given } = reason.correction;
      return [words.void({ by: by && isolated(by), reason: given })];
    }
    case 'frozen':
      return [reason.earned ? words.frozen(reason.earned) : words.frozenSometime];
    case 'outage':
      return outageText(language, reason.outages);
    case 'away':
      return [reason.days ? words.away(awayText(reason.days, language)) : words.awaySometime];
    case 'missed':
      return [reason.ended > 0 ? words.missed(reason.ended) : words.missedAgain];
    case 'open':
    case 'before':
      return [words[reason.type]];
  }
}

function outageText(
  language: Language,
  outages: Extract<MarkReason, { type: 'outage' }>['outages'],
): RichText {
  const words = streakWords(language).reasons;
  const spans = outages.map(({ from, until }) => rich`${time(from)} – ${time(until)}`);
  const [first, ...rest] = spans;
  if (!first) return [words.outage];
  const all = rest.reduce<RichText>((text, span) => rich`${text}; ${span}`, first);
  return rich`${words.outage} ${words.outageWas} ${all}.`;
}

/** One row of buttons on Discord. */
const OTHERS_SHOWN = 5;

function buttonsOf({ language, track, others, page, pages }: WhyFacts): readonly Block[] {
  const words = streakWords(language);
  const turn = [
    ...(page < pages ? [whyButton(words.earlierRounds, track, page + 1)] : []),
    ...(page > 1 ? [whyButton(words.laterRounds, track, page - 1)] : []),
  ];
  const elsewhere = others
    .slice(0, OTHERS_SHOWN)
    .map((other) => whyButton(words.whyOfTrack(other), other));
  return [turn, elsewhere].flatMap((buttons): readonly Block[] =>
    buttons.length > 0 ? [{ type: 'buttons', buttons }] : [],
  );
}

/** Leads to a page of the reasons for the marks in a track. */
export function whyButton(label: string, track: number, page = 1): Button {
  return { label, action: { name: 'streak-why', args: [String(track), String(page)] } };
}
