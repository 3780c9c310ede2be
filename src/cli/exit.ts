/** What the process says when it ends. */
export const EXIT = {
  fine: 0,
  /** A threshold was crossed. */
  crossed: 1,
  /** A refusal: something the caller can fix. */
  refused: 2,
  /** Not enough evidence for a verdict; never a green answer on nothing. */
  unjudged: 3,
  bug: 70,
  /** Ctrl-C. */
  stopped: 130,
} as const;
