/** Something that waits for the one who looks. */
export interface Need {
  readonly key: string;
  /** What waits, as a sentence. */
  readonly say: string;
  /** The page where it is done, and what is done there. */
  readonly to: string;
  readonly go: string;
}
