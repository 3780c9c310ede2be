/** `solo`: one person on their own machine sees names. `team`, `council`: areas and roles only (team edition). */
export const MODES = ['solo', 'team', 'council'] as const;
export type Mode = (typeof MODES)[number];

/** Who looks at an answer. Names pass to them only through this room. */
export interface Viewer {
  readonly mode: Mode;
}
