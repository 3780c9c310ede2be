import { NO_AREA, type Partition } from '#core/areas/partition.ts';
import { type Evidence, type EvidenceActs, EXCLUSIONS } from '#core/evidence/evidence.ts';
import { filesAt } from '#core/lookup/path-files.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';
import { heldLine } from './held-words.ts';

/** An area that somebody does not see yet, because whom its finding concerns looks first. */
export interface HeldArea {
  /** Its id. */
  readonly area: string;
  /** From when on it is seen. */
  readonly from: Moment;
}

/**
 * The world without these areas: nothing that was done there is in it, so no figure of any answer, of the areas or of the
 * whole, can tell what is held back. That something is, and until when, every answer says.
 */
export function heldBack(world: World, held: readonly HeldArea[]): World {
  const hidden = world.partition.areas.map(({ id }) => held.some(({ area }) => area === id));
  if (!hidden.includes(true)) return world;
  const { partition, evidence } = world;
  const isHidden = Uint8Array.from(partition.ofFile, (area) => Number(hidden[area] ?? false));
  return { ...world, partition: withoutHidden(partition, hidden), evidence: withoutFiles(evidence, isHidden, said(held)) };
}

/** A question about nothing but what is held back is refused, so that nobody takes the silence for an answer. */
export function refuseHeld(world: World, held: readonly HeldArea[], input: unknown): void {
  const { area, path } = (input ?? {}) as { readonly area?: unknown; readonly path?: unknown };
  const named = typeof area === 'string' ? world.partition.areas.find(({ id, name }) => id === area || name === area)?.id : undefined;
  const meant = new Set([...(named === undefined ? [] : [named]), ...(typeof path === 'string' ? areasUnder(world, path) : [])]);
  const hidden = held.filter((one) => meant.has(one.area));
  if (hidden.length > 0 && hidden.length === meant.size)
    throw refusal('first-look', { date: dateOf(Math.max(...hidden.map(({ from }) => from))) });
}

function areasUnder({ evidence, partition }: World, path: string): readonly string[] {
  return filesAt(evidence, path).flatMap((file) => partition.areas[partition.ofFile[file]!]?.id ?? []);
}

function said(held: readonly HeldArea[]): readonly LeftOut[] {
  const dates = [...Map.groupBy(held, ({ from }) => dateOf(from))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return dates.map(([from, areas]) => heldLine({ count: areas.length, from }));
}

function withoutHidden({ areas, ofFile, ...rest }: Partition, hidden: readonly boolean[]): Partition {
  let next = 0;
  const row = Uint16Array.from(hidden, (is) => (is ? NO_AREA : next++));
  return { ...rest, areas: areas.filter((_, i) => !hidden[i]), ofFile: ofFile.map((area) => row[area] ?? NO_AREA) };
}

/** Their files stand there like files that are set aside: in the tree, and without anything that was done to them. */
function withoutFiles(evidence: Evidence, hidden: Uint8Array, leftOut: readonly LeftOut[]): Evidence {
  const { acts, files } = evidence;
  const stays = Uint8Array.from(acts.file, (file) => 1 - hidden[file]!);
  const aside = EXCLUSIONS.indexOf('ignored path');
  return {
    ...evidence,
    acts: kept(acts, stays),
    files: { ...files, exclusion: files.exclusion.map((reason, file) => (hidden[file] === 1 ? aside : reason)) },
    leftOut: [...evidence.leftOut, ...leftOut],
  };
}

function kept(acts: EvidenceActs, stays: Uint8Array): EvidenceActs {
  const only = <Column extends Uint32Array | Uint8Array | Float32Array>(column: Column): Column =>
    column.filter((_: number, row: number) => stays[row] === 1) as Column;
  const { at, commit, file, person, kind, credit, flags } = acts;
  return {
    count: stays.reduce((sum, one) => sum + one, 0),
    at: only(at),
    commit: only(commit),
    file: only(file),
    person: only(person),
    kind: only(kind),
    credit: only(credit),
    flags: only(flags),
  };
}
