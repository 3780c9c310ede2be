import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { SignalEvidence, SignalLimits, SignalReading } from './signal.ts';
import type { Stretch } from './stretch.ts';

/** Most pieces of evidence that a reading carries: the latest ones; its n says how many there are. */
const MOST_EVIDENCE = 40;

/** What a signal's formula hands over: the figure and its reasons. The frame decides whether it is raised. */
export interface Finding {
  readonly spot: Spot;
  readonly value: Estimate;
  readonly n: number;
  readonly baseline: Estimate | null;
  readonly sentence: string;
  readonly evidence: readonly SignalEvidence[];
  readonly concerns: readonly PersonId[];
  /** A further condition of the signal, beside threshold, number of cases and baseline. */
  readonly provided?: boolean;
}

/** What is looked at, and when it speaks. */
export interface Look {
  readonly scene: Scene;
  readonly stretch: Stretch;
  readonly limits: SignalLimits;
}

/** An area, a team (index into `Scene.teams`), or the whole: `{}`. */
export interface Spot {
  readonly area?: AreaRow;
  readonly team?: number;
}

/** Raised only if the near end of the interval passes the threshold, on enough cases; and, where the signal says that it rose, the whole interval of the baseline. */
export function readingOf({ scene, stretch, limits }: Look, finding: Finding): SignalReading {
  const { spot, value, n, baseline, sentence, provided = true } = finding;
  const risen = !limits.risen || (baseline !== null && value.low > baseline.high);
  return {
    area: spot.area === undefined ? null : scene.areas[spot.area]!.id,
    ...(spot.team === undefined ? {} : { team: scene.teams[spot.team]!.id }),
    window: stretch.window,
    n,
    value,
    threshold: limits.threshold,
    baseline,
    raised: n >= limits.least && value.low > limits.threshold && risen && provided,
    sentence,
    evidence: latest(finding.evidence),
    concerns: [...new Set(finding.concerns)].toSorted((a, b) => a - b),
  };
}

/** What a spot is called in a sentence. */
export function placeName(scene: Scene, { area, team }: Spot): string {
  if (area !== undefined) return scene.areas[area]!.name;
  return team === undefined ? 'the whole organisation' : scene.teams[team]!.name;
}

/** In time order, the same whatever order they were found in; and nothing else that a formula knew of them, such as who. */
function latest(evidence: readonly SignalEvidence[]): readonly SignalEvidence[] {
  return evidence
    .toSorted((a, b) => a.at - b.at || compare(a.item, b.item) || compare(a.note, b.note))
    .slice(-MOST_EVIDENCE)
    .map(({ item, at, note }) => ({ item, at, note }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
