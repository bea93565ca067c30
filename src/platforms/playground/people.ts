import type { Group } from '../../chat/group.ts';
import type { PlaygroundStore, StoredMember } from './store.ts';

export const WORKSPACE = 'playground';

/** The one channel there is. */
export const CHANNEL = 'general';

/** Whom a visitor can be. One of them may manage the workspace. */
const SAMPLE_MEMBERS: readonly StoredMember[] = [
  { id: 'ada', name: 'Ada', manages: true },
  { id: 'timur', name: 'Timur', manages: false },
  { id: 'mei', name: 'Mei', manages: false },
  { id: 'oleg', name: 'Oleg', manages: false },
  { id: 'sofia', name: 'Sofia', manages: false },
];

/** Groups that can be chosen to be notified, made up as the members are. */
export const SAMPLE_GROUPS: readonly Group[] = [
  { id: 'interview-prep', name: 'interview-prep' },
  { id: 'backend', name: 'backend' },
];

export async function populate(store: PlaygroundStore): Promise<void> {
  await store.ensureChannel({ id: CHANNEL, name: CHANNEL, botMayPost: true });
  for (const member of SAMPLE_MEMBERS) await store.ensureMember(member);
}
