import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Day } from '../../domain/day.ts';
import type { DayPlan } from '../../domain/memory/plan-day.ts';
import type { DueOnDay } from '../../domain/memory/week-forecast.ts';
import { nearDayText, weekdayText } from '../../i18n/day-text.ts';
import { reminderButtons, type ReminderFacts, reminderNote } from './reminder/reminder-card.ts';
import { onlyText, topicBlocks, topicsButtons, type TopicsFacts } from './topics/topics-card.ts';
import { reviewWords } from './words/index.ts';

export interface ReviewFacts extends ReminderFacts, TopicsFacts {
  readonly today: Day;
  readonly cap: number;
  readonly plan: DayPlan;
  readonly week: readonly DueOnDay[];
  /** By the end of this day a member who is behind has caught up; undefined where that takes over a year. */
  readonly through?: Day | undefined;
}

/** What is due for a member today and this week, and which topics they know how well; for them alone. */
export function reviewCard(facts: ReviewFacts): Message {
  const { language, plan } = facts;
  const words = reviewWords(language);
  const isOver = plan.questions.length === 0;
  return message([
    { type: 'heading', text: words.heading },
    { type: 'fields', fields: dayFields(facts) },
    ...behind(facts),
    ...weekBlocks(facts),
    ...topicBlocks(facts),
    ...reminderNote(facts),
    { type: 'note', text: [onlyText(facts)] },
    {
      type: 'buttons',
      buttons: [
        {
          ...{ label: words.start, action: { name: 'review-next', args: [] } },
          ...(isOver ? { disabled: true } : { style: 'primary' }),
        },
        { label: words.settings, action: { name: 'review-settings', args: [] } },
        ...reminderButtons(facts),
        ...topicsButtons(facts),
      ],
    },
  ]);
}

function dayFields({ language, cap, plan }: ReviewFacts) {
  const words = reviewWords(language);
  const fresh = plan.questions.filter(({ why }) => why === 'new').length;
  const left = { again: plan.questions.length - fresh, fresh };
  return [
    { name: words.toDo, value: [words.left(left)] },
    { name: words.done, value: [words.doneOf({ done: plan.done, cap })] },
  ];
}

/** Says by when a member has caught up after an absence; their questions stay due on the days on which they were. */
function behind({ language, today, cap, plan, through }: ReviewFacts): readonly Block[] {
  if (!plan.behind) return [];
  const words = reviewWords(language);
  const when = through === undefined ? undefined : nearDayText(through, language, today);
  return [{ type: 'text', text: [words.behind({ cap, when })] }];
}

function weekBlocks({ language, week }: ReviewFacts): readonly Block[] {
  if (week.every(({ due }) => due === 0)) return [];
  const days = week.map(({ day, due }) => `${weekdayText(day, language)} ${due}`).join(' · ');
  return [lead(bold(reviewWords(language).week)), { type: 'text', text: [days] }];
}
