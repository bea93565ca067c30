/** Who was told, in which round, that a reply without words is no answer: once a round and member. */
export interface WordlessNoteTable {
  readonly roundId: number;
  readonly memberId: number;
}
