/** Why a track cannot go on until a person mends something. A permission's name may follow a colon. */
export type SuspendReason = SuspendCode | `forbidden: ${string}` | `refused: ${string}`;

export const SUSPEND_CODES = [
  'deck-empty',
  'workspace-gone',
  'channel-gone',
  'channel-archived',
  'forbidden',
  /** Forbidden too, but the platform’s check of the channel finds nothing in the way. */
  'refused',
  /** One question after the other was refused, or failed in another way. */
  'rejected',
] as const;

export type SuspendCode = (typeof SUSPEND_CODES)[number];

/** Takes a stored reason apart. One this version does not know reads as a refusal of the platform. */
export function readSuspendReason(reason: string): { code: SuspendCode; permission?: string } {
  const [written = '', permission] = reason.split(': ');
  const code = SUSPEND_CODES.find((known) => known === written) ?? 'rejected';
  return { code, ...(permission !== undefined && { permission }) };
}

/** The reasons that a look at the channel shows, and shows no more once they are mended. */
const SEEN_BY_CHECK: readonly SuspendCode[] = [
  'workspace-gone',
  'channel-gone',
  'channel-archived',
  'forbidden',
];

export function isSeenByCheck(reason: string): boolean {
  return SEEN_BY_CHECK.includes(readSuspendReason(reason).code);
}

/** What is left of such a reason where the look shows nothing: trying again would only meet it again. */
export function unseenByCheck(reason: SuspendReason): SuspendReason {
  const { permission } = readSuspendReason(reason);
  return permission === undefined ? 'refused' : `refused: ${permission}`;
}
