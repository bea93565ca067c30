/** Pictures of the playground, each kept once. */
export interface PlaygroundPictureTable {
  /** Of the bytes, which it names in an address. */
  readonly hash: string;
  readonly png: Buffer;
}
