import { ACT_FLAG, type Evidence } from '#core/evidence/evidence.ts';
import { NO_AREA } from '#core/areas/partition.ts';
import type { Moment } from '#core/terms/moment.ts';

/** Moment of each person's last act up to `at`, anywhere; 0 for nobody. */
export function lastSeen(evidence: Evidence, at: Moment): Float64Array {
  const seen = new Float64Array(evidence.people.length);
  const { acts } = evidence;
  for (let i = 0; i < acts.count; i++) {
    const when = acts.at[i]!;
    if (when <= at && when > seen[acts.person[i]!]!) seen[acts.person[i]!] = when;
  }
  return seen;
}

/** What one person did in one area up to a moment. */
export interface AreaDeeds {
  readonly commits: number;
  readonly reviews: number;
  /** Files that this person brought into being there. */
  readonly created: number;
  readonly last: Moment;
}

/** Commits and reviews of each person in one area; the key is the person's row. */
export function deedsIn(evidence: Evidence, inArea: (file: number) => boolean, at: Moment): ReadonlyMap<number, AreaDeeds> {
  const deeds = new Map<number, { commits: number; reviews: number; created: number; last: Moment; commit: number; kind: number }>();
  const { acts } = evidence;
  for (let i = 0; i < acts.count; i++) {
    if (acts.at[i]! > at || !inArea(acts.file[i]!)) continue;
    const one = deeds.get(acts.person[i]!) ?? { commits: 0, reviews: 0, created: 0, last: 0, commit: -1, kind: -1 };
    const again = one.commit === acts.commit[i]! && one.kind === acts.kind[i]!;
    deeds.set(acts.person[i]!, {
      commits: one.commits + (!again && acts.kind[i] === 0 ? 1 : 0),
      reviews: one.reviews + (!again && acts.kind[i] === 1 ? 1 : 0),
      created: one.created + ((acts.flags[i]! & ACT_FLAG.creates) !== 0 ? 1 : 0),
      last: Math.max(one.last, acts.at[i]!),
      commit: acts.commit[i]!,
      kind: acts.kind[i]!,
    });
  }
  return deeds;
}

/** The newest commits that touched each area up to `at`, newest first, at most `most` of each; rows of `evidence.commits`. */
export function newestCommits(
  evidence: Evidence,
  areaOfFile: Uint16Array,
  { areas, at, most }: { readonly areas: number; readonly at: Moment; readonly most: number },
): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: areas }, () => []);
  const { acts } = evidence;
  let open = areas;
  for (let i = acts.count - 1; i >= 0 && open > 0; i--) {
    const area = areaOfFile[acts.file[i]!]!;
    if (area === NO_AREA || acts.at[i]! > at) continue;
    const list = found[area]!;
    if (list.length >= most || list.includes(acts.commit[i]!)) continue;
    list.push(acts.commit[i]!);
    if (list.length === most) open--;
  }
  return found;
}

/** Commits that each person authored in each area up to `at`; a commit counts once in each area it touched. */
export function commitsByArea(
  evidence: Evidence,
  areaOfFile: Uint16Array,
  { areas, at }: { readonly areas: number; readonly at: Moment },
): readonly ReadonlyMap<number, number>[] {
  const counts: Map<number, number>[] = Array.from({ length: areas }, () => new Map());
  const lastCommit: Map<number, number>[] = Array.from({ length: areas }, () => new Map());
  const { acts } = evidence;
  for (let i = 0; i < acts.count && acts.at[i]! <= at; i++) {
    const area = areaOfFile[acts.file[i]!]!;
    if (area === NO_AREA || acts.kind[i] !== 0) continue;
    const person = acts.person[i]!;
    if (lastCommit[area]!.get(person) === acts.commit[i]) continue;
    lastCommit[area]!.set(person, acts.commit[i]!);
    counts[area]!.set(person, (counts[area]!.get(person) ?? 0) + 1);
  }
  return counts;
}
