/** Why a track cannot go on until a person mends something. A permission's name may follow a colon. */
export type ParkReason = ParkCode | `forbidden: ${string}`;

export const PARK_CODES = [
  'deck-empty',
  'workspace-gone',
  'channel-gone',
  'forbidden',
  'rejected',
] as const;

export type ParkCode = (typeof PARK_CODES)[number];

/** Takes a stored reason apart. One this version does not know reads as a refusal of the platform. */
export function readParkReason(reason: string): { code: ParkCode; permission?: string } {
  const [written = '', permission] = reason.split(': ');
  const code = PARK_CODES.find((known) => known === written) ?? 'rejected';
  return { code, ...(permission !== undefined && { permission }) };
}
