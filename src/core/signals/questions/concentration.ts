import type { Scene } from '#core/scene/scene.ts';
import type { SignalsRead } from '#core/signals/read-signals.ts';
import { CAUSES, type Cause, type Concentrated } from './causes.ts';
import { counted, isKnown, type SystemView, viewWindow } from './system-view.ts';

export interface ConcentrationRow {
  readonly area: string;
  readonly tier: 1 | 2 | 3;
  /** Each confirmed by a trail; empty: where it concentrates is known, why is not. */
  readonly causes: readonly { readonly tag: Cause['tag']; readonly trail: string }[];
  /** Signals that are raised there. */
  readonly signals: readonly string[];
}

/**
 * # Where and why knowledge concentrates
 * What it says: which areas one person knows, and which causes leave a trail there.
 * Formula: a row for each area with exactly one carrier. A cause is said only with its trail: founder (low end of the carrier’s share of the first 180
 *   days’ commits above 50 %), no rotation (eight or more shifts of 180 days, all of one person), no access (a right that one account holds), hiring
 *   (joined as specialist or by contract), urgency (low end of the carrier’s share of urgent incidents of 180 days above 50 %), nothing written (no
 *   document, after eight changes or incidents).
 * Reading: a cause names what to change: a rotation, a right, a first document. An area without a cause is one to ask about.
 * Source: essay C, “Where does knowledge currently concentrate, and why?” (R071).
 * Weakness: tools that only one person has are not seen; causes are trails beside the concentration, not proof that they made it.
 */
export function concentration(scene: Scene, { found }: Pick<SignalsRead, 'found'>): SystemView<ConcentrationRow> {
  const raised = Map.groupBy(
    found.filter(({ reading }) => reading.raised && reading.area !== null),
    ({ reading }) => reading.area,
  );
  const rows = concentrated(scene).map((place): ConcentrationRow => {
    const { id, tier } = scene.areas[place.area]!;
    const signals = new Set((raised.get(id) ?? []).map(({ signal }) => signal.id));
    return { area: id, tier, causes: causesOf(scene, place), signals: [...signals].toSorted() };
  });
  const explained = rows.filter(({ causes }) => causes.length > 0).length;
  return {
    window: viewWindow(scene),
    rows,
    sentence: `${counted(rows.length, 'area is', 'areas are')} known by one person; for ${explained} of them a cause leaves a trail.`,
    notJudged: [
      ...CAUSES.filter(({ needs }) => !isKnown(scene, needs)).map(
        ({ tag, needs }) => `${tag}: nothing is connected that tells of ${needs}`,
      ),
      ...unjudged(scene),
    ],
  };
}

function concentrated({ areas, people }: Scene): readonly Concentrated[] {
  return areas.flatMap(({ carriers }, area) => {
    const humans = (carriers ?? []).filter((person) => people[person]!.kind === 'human');
    return humans.length === 1 ? [{ area, carrier: humans[0]! }] : [];
  });
}

function causesOf(scene: Scene, place: Concentrated): ConcentrationRow['causes'] {
  return CAUSES.flatMap(({ tag, needs, trail }) => {
    const found = isKnown(scene, needs) ? trail(scene, place) : null;
    return found === null ? [] : [{ tag, trail: found }];
  });
}

function unjudged({ areas }: Scene): readonly string[] {
  const n = areas.filter(({ carriers }) => carriers === null).length;
  return n === 0 ? [] : [`${counted(n, 'area')} of which it is not judged who knows them`];
}
