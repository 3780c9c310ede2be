import type { Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import type { Baseline } from '#core/world/baseline.ts';

/** What a team holds its repository to; a threshold that is not set is not checked. */
export interface CheckInput {
  readonly northStar?: number | undefined;
  readonly areasThatStop?: number | undefined;
  readonly absenceFactor?: number | undefined;
  /** Most of an area's expected work that may lie on files which only AI has written and nobody has shown to understand. */
  readonly notUnderstood?: number | undefined;
  /** What held when the baseline was written; with it no area may be worse. */
  readonly baseline?: Baseline | undefined;
}

export interface Crossing extends Row {
  readonly rule: 'north-star' | 'area-stops' | 'absence-factor' | 'not-understood' | 'area-worse' | 'area-lost';
  /** An error fails the run; a warning only speaks up. */
  readonly level: 'error' | 'warning';
  readonly area: string;
  readonly path: string;
  readonly sentence: string;
  /** The area's because, or the headline's. */
  readonly because: string;
}

/** A share must fall by more than this to count as worse: less is the drift of a quiet week. */
const SLACK = 0.02;

/** Every threshold that is crossed, each in one sentence about the system or an area. */
export function crossings(facts: Facts, input: CheckInput): readonly Crossing[] {
  return [
    ...northStarFinding(facts, input),
    ...stopFindings(facts, input),
    ...factorFinding(facts, input),
    ...unshownFindings(facts, input),
    ...worseFindings(facts, input),
    ...lostFindings(facts, input),
  ];
}

export interface Facts {
  readonly rows: readonly AreaRow[];
  readonly northStar: Estimate | null;
  readonly absenceFactor: number | null;
  readonly paths: ReadonlyMap<string, string>;
}

function northStarFinding({ northStar }: Facts, { northStar: least }: CheckInput): readonly Crossing[] {
  if (least === undefined || northStar === null || northStar.value >= least) return [];
  return [
    {
      rule: 'north-star',
      because: 'value',
      level: 'error',
      area: '',
      path: '',
      sentence: `${percentOf(northStar.value)} of the expected work would still be carried in the worst single absence; at least ${percentOf(least)} is agreed.`,
    },
  ];
}

function stopFindings({ rows, paths }: Facts, { areasThatStop }: CheckInput): readonly Crossing[] {
  const stops = rows.filter((row) => row.verdict === 'stops');
  if (areasThatStop === undefined || stops.length <= areasThatStop) return [];
  const limit = `${counted(stops.length, 'area')} would stop; at most ${areasThatStop} ${areasThatStop === 1 ? 'is' : 'are'} agreed`;
  return stops.map((row) => ({
    rule: 'area-stops',
    because: row.because,
    level: 'error',
    area: row.id,
    path: paths.get(row.id) ?? '',
    sentence: `${row.area} would stop: ${row.carriers}, ${row.outlook}. ${limit}.`,
  }));
}

function unshownFindings({ rows, paths }: Facts, { notUnderstood: most }: CheckInput): readonly Crossing[] {
  if (most === undefined) return [];
  return rows
    .filter((row) => row.notUnderstood !== null && row.notUnderstood > most)
    .map((row) => ({
      rule: 'not-understood',
      because: row.because,
      level: 'error',
      area: row.id,
      path: paths.get(row.id) ?? '',
      sentence: `${row.area}: ${percentOf(row.notUnderstood!)} of its expected work is on files that only AI has written and nobody has shown to understand; at most ${percentOf(most)} is agreed.`,
    }));
}

function factorFinding({ absenceFactor }: Facts, { absenceFactor: least }: CheckInput): readonly Crossing[] {
  if (least === undefined || absenceFactor === null || absenceFactor >= least) return [];
  return [
    {
      rule: 'absence-factor',
      because: 'value',
      level: 'error',
      area: '',
      path: '',
      sentence: `The absence factor is ${absenceFactor}; at least ${least} is agreed.`,
    },
  ];
}

function worseFindings({ rows, paths }: Facts, { baseline }: CheckInput): readonly Crossing[] {
  if (!baseline) return [];
  return rows.flatMap((row) => {
    const before = baseline.areas[row.id];
    if (!before || before.carried === null || row.carried === null || row.carried.value >= before.carried - SLACK) return [];
    const sentence = `${row.area}: ${percentOf(row.carried.value)} would still be carried; the baseline of ${baseline.at.slice(0, 10)} says ${percentOf(before.carried)}.`;
    return [
      { rule: 'area-worse' as const, because: row.because, level: 'error' as const, area: row.id, path: paths.get(row.id) ?? '', sentence },
    ];
  });
}

/** Areas of the baseline that nobody can compare any more: renamed, merged, removed, or too quiet to be judged. */
function lostFindings({ rows, paths }: Facts, { baseline }: CheckInput): readonly Crossing[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  return Object.entries(baseline?.areas ?? {}).flatMap(([id, before]) => {
    const row = now.get(id);
    if (before.carried === null || (row !== undefined && row.carried !== null)) return [];
    const why = row === undefined ? 'there is no such area any more' : 'there is too little evidence to judge it now';
    const sentence = `${row?.area ?? id}: ${percentOf(before.carried)} was carried in the baseline of ${baseline!.at.slice(0, 10)}; ${why}, so it is not compared. understudy check --write-baseline starts from what is there today.`;
    const because = row?.because ?? 'value';
    return [{ rule: 'area-lost' as const, because, level: 'warning' as const, area: id, path: paths.get(id) ?? '', sentence }];
  });
}
