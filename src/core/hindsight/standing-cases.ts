import { judgeArea, lossOf } from '#core/absence/judge-absence.ts';
import { enoughChanges, slowdownParts, type SlowdownParts } from '#core/absence/slowdown.ts';
import { mostMissed } from '#core/absence/worst-absence.ts';
import { choosePartition } from '#core/areas/choose-partition.ts';
import type { Partition } from '#core/areas/partition.ts';
import { expectedEvents } from '#core/chance/event-forecast.ts';
import { countedAt } from '#core/evidence/counted-at.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { absenceFactorValue } from '#core/factor/absence-factor.ts';
import { truckFactor } from '#core/factor/truck-factor.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { doaAuthors } from '#core/published/doa.ts';
import { isSourceCode } from '#core/published/source-code.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { overNodes } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { WINDOW_DAYS } from '#core/absence/natural-absences.ts';
import { areasForLaterFiles, recentChanges, windowChanges, type Changes } from './changes-in.ts';

/** A person leads an area with this share of its recent changes, or of its cover if nobody would be missed more. */
export const LEADS_FROM = 1 / 3;

/** A history as it stood at a moment, and where its rows stand in today's. */
export interface Standing {
  readonly evidence: Evidence;
  readonly at: Moment;
  readonly personLater: Int32Array;
  readonly fileLater: Int32Array;
}

/** What was said of one area at the first day of a window, and what came. */
export interface AreaCase {
  /** The person leads it, had a share in its recent changes, or had no part in them. */
  readonly part: 'led' | 'shared' | 'other';
  readonly area: string;
  readonly files: number;
  /** Changes forecast with everybody here, the least count that is half of it, and what came: in all, and by others. */
  readonly expected: number;
  readonly enough: number;
  readonly came: number;
  readonly byOthers: number;
  /** The person's share of the recent changes. */
  readonly share: number;
  readonly servedBefore: number;
  readonly served: number;
  /** P(degrades), P(stops) as the verdict's probabilities say. */
  readonly degrades: number;
  readonly stops: number;
  /** P(slows) by formula, before any calibration. */
  readonly parts: SlowdownParts;
  /** What simpler warnings say: 1 where the area's truck factor, or absence factor, is one and it is this person; where they made its last change. */
  readonly truck: 0 | 1;
  readonly factor: 0 | 1;
  readonly last: 0 | 1;
}

export interface StandingQuestion {
  readonly standing: Standing;
  /** Today's evidence: what really came. */
  readonly later: Evidence;
  /** The person, by today's row. */
  readonly person: PersonId;
  /** How the landscape is built; for measuring how much the figures lean on an assumption. */
  readonly directoryCap?: number;
  /** Share of what would be lost that others catch, over all areas; for the same. */
  readonly caught?: number;
}

/** Every area that can be judged on the first day of a window; none where the person leads none. */
export function standingCases({ standing, later, person, directoryCap, caught = 0 }: StandingQuestion): readonly AreaCase[] {
  const { evidence, at, personLater, fileLater } = standing;
  const rows = new Set([...personLater.keys()].filter((row) => personLater[row] === person));
  if (rows.size === 0) return [];
  const partition = choosePartition({ evidence, declared: { configured: [], texts: [] }, at });
  const landscape = buildLandscape({
    evidence,
    partition,
    at,
    settings: DEFAULT_SETTINGS,
    ...(directoryCap === undefined ? {} : { directoryCap }),
  });
  const areas = partition.areas.length;
  const areaLater = areasForLaterFiles(partition, { later, fileLater });
  const recent = recentChanges({ evidence, areaOfFile: partition.ofFile, areas, at, without: rows });
  const came = windowChanges({ evidence: later, areaOfFile: areaLater, areas, at, without: new Set([person]) });
  const desk = {
    landscape,
    partition,
    rows,
    recent,
    came,
    loss: lossOfAll(landscape, rows, caught),
    truck: truckPeople(evidence, partition, at),
  };
  const cases = partition.areas.flatMap((_, area) => caseOf(desk, area) ?? []);
  return cases.some(({ part }) => part === 'led') ? cases : [];
}

interface Desk {
  readonly landscape: Landscape;
  readonly partition: Partition;
  /** The person, by the rows of then: identities that were joined later may be several. */
  readonly rows: ReadonlySet<PersonId>;
  readonly recent: Changes;
  readonly came: Changes;
  readonly loss: Loss;
  /** Who an area's truck factor of one hangs on; −1 where it is not one. */
  readonly truck: Int32Array;
}

function lossOfAll(landscape: Landscape, rows: ReadonlySet<PersonId>, caught: number): Loss {
  const window = { from: landscape.at, to: landscape.at + WINDOW_DAYS * DAY };
  const absences = [...rows].map((person) => ({ person, window, kind: 'sudden' as const }));
  const loss = lossOf(landscape, { absences, window, seed: DEFAULT_SETTINGS.seed });
  return { ...loss, lost: loss.lost.map((node) => node.map((lost) => lost * (1 - caught))) };
}

function caseOf(desk: Desk, area: number): AreaCase | null {
  const { landscape, partition, recent, came, rows } = desk;
  const parts = slowdownParts({ landscape, area, loss: desk.loss, days: WINDOW_DAYS });
  const part = partIn(desk, area);
  if (part === null || landscape.support[area]! < DEFAULT_SETTINGS.minimumCommits || parts === null) return null;
  const { shape, rate } = landscape.demand;
  const forecast = { shape: shape[area]!, rate: rate[area]!, days: WINDOW_DAYS };
  const outcome = judgeArea({ landscape, area, loss: desk.loss, settings: DEFAULT_SETTINGS, days: WINDOW_DAYS });
  return {
    part,
    area: partition.areas[area]!.id,
    files: landscape.areaOfFile.reduce((sum, of, f) => sum + (of === area && landscape.weight[f]! > 0 ? 1 : 0), 0),
    expected: expectedEvents(forecast),
    enough: enoughChanges(forecast),
    came: came.all[area]!,
    byOthers: came.byOthers[area]!,
    share: shareOf(recent, area),
    servedBefore: outcome.servedBefore.value,
    served: outcome.served.value,
    degrades: outcome.probability.degrades,
    stops: outcome.probability.stops,
    parts,
    truck: rows.has(desk.truck[area]!) ? 1 : 0,
    factor: hangsOn(desk, area) ? 1 : 0,
    last: rows.has(recent.last[area]!) ? 1 : 0,
  };
}

function shareOf({ all, byOthers }: Changes, area: number): number {
  return all[area] === 0 ? 0 : 1 - byOthers[area]! / all[area]!;
}

function partIn({ landscape, recent, rows, loss }: Desk, area: number): AreaCase['part'] | null {
  const share = shareOf(recent, area);
  if (share >= LEADS_FROM) return 'led';
  const missed = mostMissed(landscape, area);
  const cover = overNodes((n) => landscape.sums.cover[n]![area]!),
    lost = overNodes((n) => loss.lost[n]![area]!);
  if (missed !== null && rows.has(missed) && lost >= LEADS_FROM * cover) return 'led';
  return share > 0 ? 'shared' : recent.all[area]! > 0 ? 'other' : null;
}

/** The area's absence factor is one, and the one is this person. */
function hangsOn({ landscape, rows }: Desk, area: number): boolean {
  const missed = mostMissed(landscape, area);
  if (missed === null || !rows.has(missed)) return false;
  return (
    absenceFactorValue(
      landscape,
      unitOf(landscape, (file) => landscape.areaOfFile[file] === area),
    ) === 1
  );
}

function truckPeople(evidence: Evidence, { areas, ofFile }: Partition, at: Moment): Int32Array {
  const counted = countedAt(evidence, at);
  const authors = doaAuthors(tallyPairs(evidence, at));
  const files: number[][] = areas.map(() => []);
  ofFile.forEach((area, file) => {
    if (counted[file] === 1 && isSourceCode(evidence.files.path[file]!)) files[area]?.push(file);
  });
  return Int32Array.from(files, (list) => {
    if (list.length === 0) return -1;
    const { value, removed } = truckFactor({ authors, files: list, seed: DEFAULT_SETTINGS.seed });
    return value === 1 ? removed[0]! : -1;
  });
}
