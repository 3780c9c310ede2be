import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Role } from './roles.ts';

/** `solo`: one person on their own machine sees names. `team`: areas and roles, oneself in full. `council`: areas only. */
export const MODES = ['solo', 'team', 'council'] as const;
export type Mode = (typeof MODES)[number];

/** A role that somebody holds: everywhere, or for these areas or teams only. */
export interface Grant {
  readonly role: Role;
  /** Ids of areas; absent: all of them. */
  readonly areas?: readonly string[];
  /** Ids of teams; absent: all of them. */
  readonly teams?: readonly string[];
}

/** Names that four eyes opened to one viewer: of people who carry these areas, until then. */
export interface OpenedNames {
  /** Ids. */
  readonly areas: readonly string[];
  /** Marks of the people who carried them when it was asked: of nobody who came later. */
  readonly subjects: readonly string[];
  readonly until: Moment;
}

/** Who looks at an answer. Names pass to them only through this room. */
export interface Viewer {
  readonly mode: Mode;
  /** Their own row in the evidence, where a login or git says which it is. */
  readonly self?: PersonId;
  /** Every role they hold, `member` included; absent where there are no accounts: then they are a member, and no more. */
  readonly grants?: readonly Grant[];
  /** What four eyes opened to them and is open still; no role brings it. */
  readonly opened?: OpenedNames;
}

/** A repository that asks for more privacy than the server is given it. */
export function heldTo(viewer: Viewer, mode: Mode): Viewer {
  return MODES.indexOf(mode) > MODES.indexOf(viewer.mode) ? { ...viewer, mode } : viewer;
}

/** The least that anybody sees anywhere: for answers that know no repository's people. */
export const ANYBODY: Viewer = { mode: 'council' };

/** Whoever can open a team's database by hand: they may set it up, and see no more of anybody's work for it. */
export const AT_THE_DATABASE: Viewer = { mode: 'council', grants: [{ role: 'administrator' }] };
