import type { Configuration } from '#contract/configuration.ts';
import type { Groundwork, World } from '#core/world/world.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import { type MarksOfPerson, marksOfPeople } from '#core/policy/marks-of-people.ts';
import { type NameOpened, nameOpenedOf } from '#core/policy/name-person.ts';
import { type OwnRows, ownRowsOf } from '#core/policy/own-rows.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import type { Mode, Viewer } from '#core/policy/viewer.ts';
import type { PersonId } from '#core/terms/person.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Settings } from '#core/terms/settings.ts';

/** One repository as the store keeps it. */
export interface KnownRepository {
  readonly name: string;
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
}

export interface WorldOrder {
  readonly repositories: readonly KnownRepository[];
  readonly configuration: Configuration;
  readonly settings: Settings;
  /** The moment asked about; absent: as of the newest commit. */
  readonly at?: Moment | undefined;
  readonly mode: Mode;
  /** The address of the one who asks, where they see themself and no other. */
  readonly self?: string | undefined;
  /** Seconds since epoch: no commit can be newer than this, whatever its author's clock said. */
  readonly now: Moment;
  /** The history of the one repository as the published truck-factor tool saw it, for `--model doa` only. */
  readonly published?: boolean;
}

/** What every question is asked of. Whoever may not see names is given a world that holds none. */
export function worldOf(order: WorldOrder, groundwork: Groundwork): World {
  return knownWorld(order, groundwork).world;
}

/** A world, and the way to somebody's own row in it where it holds no names. */
export interface KnownWorld {
  readonly world: World;
  readonly ownRows: OwnRows;
  readonly marksOf: MarksOfPerson;
  readonly nameOpened: NameOpened;
}

export function knownWorld(order: Pick<WorldOrder, 'settings' | 'mode' | 'self'>, { evidence, partition, at }: Groundwork): KnownWorld {
  const world = { evidence, partition, settings: order.settings, at, viewer: { mode: order.mode } };
  const viewer = viewerOf(world, order);
  return {
    world: { ...world, evidence: redactEvidence(evidence, viewer), viewer },
    ownRows: ownRowsOf(evidence),
    marksOf: marksOfPeople(evidence),
    nameOpened: nameOpenedOf(evidence),
  };
}

/** Their own row is looked up while names are still there. */
function viewerOf(world: World, { mode, self }: Pick<WorldOrder, 'mode' | 'self'>): Viewer {
  const row = mode === 'solo' || self === undefined ? null : rowOf({ ...world, viewer: { mode } }, self);
  return row === null ? { mode } : { mode, self: row };
}

/** Null for somebody who is nobody in this history. */
function rowOf(world: World, address: string): PersonId | null {
  try {
    return findPerson(world, address);
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

/**
 * The moment judged. By default that of the newest commit: a clone that was fetched three months ago says nothing about
 * these three months; judging it as of today would take everybody's silence in it for absence.
 */
export function momentOf({ at, now }: Pick<WorldOrder, 'at' | 'now'>, { repositories }: Evidence): Moment {
  return at ?? Math.min(now, Math.max(0, ...repositories.map((repository) => repository.headAt)));
}
