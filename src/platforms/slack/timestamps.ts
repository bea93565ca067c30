/** The instant of a Slack `ts` such as `1700000001.000200`, which is also a message's id. */
export function dateOfTs(ts: string): Date {
  return new Date(Math.floor(Number(ts) * 1000));
}

/** A bound for Slack's history methods. */
export function secondsOf(at: Date): string {
  return (at.getTime() / 1000).toFixed(6);
}
