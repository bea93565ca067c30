/** A manager who was told that something waits for a decision. */
export interface ManagerNoticeTable {
  readonly memberId: number;
  /** The last time: what came before it is no news to them. */
  readonly toldAt: Date;
}
