import type { Db } from '../../db/connect.ts';
import { candidatesIn, decksFor, questionById } from '../../db/decks.ts';
import type { Track } from '../../db/tables.ts';
import { topicTitle } from '../decks/titles.ts';
import { pickNext } from '../rounds/claim-round.ts';

/** Among fewer questions of a topic, its name would tell too much of the next one. */
const FEWEST_QUESTIONS = 5;

/** The title of the topic that comes next; undefined where no question comes, or the title gives it away. */
export async function nextTopic(db: Db, track: Track): Promise<string | undefined> {
  const pick = await pickNext(db, track);
  const question = pick && (await questionById(db, pick.questionId));
  if (!question) return undefined;
  const { topic } = question;
  const alike = await candidatesIn(db, { ...track, topics: [topic] });
  if (alike.length < FEWEST_QUESTIONS) return undefined;
  return topicTitle(await decksFor(db, track.workspaceId), topic, track.language);
}
