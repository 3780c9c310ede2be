import type { ActorKind } from '#core/terms/person.ts';
import type { Fact, Handle } from './fact.ts';

/** What a source says about somebody or something beside what happened: a help to join, never evidence. */
export interface Naming {
  /** Somebody, or a place: both are spelled alike. */
  readonly of: Handle;
  readonly name?: string;
  /** Lower case. */
  readonly mail?: string;
  /** Where it is a handle: bot and agent accounts say so. */
  readonly actor?: ActorKind;
  /** The same thing elsewhere, as the source declares it: `repository:github.com/acme/shop` of a component. */
  readonly sameAs?: readonly Handle[];
}

/** A record that could not be understood: counted, kept as it came, never fatal. */
export interface Skipped {
  /** What it was, in the source's own words: `event frobnicated`, `row 17`. */
  readonly what: string;
  readonly why: string;
}

/** What one payload, file or page of a source tells. */
export interface Told {
  readonly facts: readonly Fact[];
  readonly namings: readonly Naming[];
  readonly skipped: readonly Skipped[];
}

export const NOTHING_TOLD: Told = { facts: [], namings: [], skipped: [] };

export function toldTogether(parts: readonly Told[]): Told {
  return {
    facts: parts.flatMap(({ facts }) => facts),
    namings: parts.flatMap(({ namings }) => namings),
    skipped: parts.flatMap(({ skipped }) => skipped),
  };
}
