import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal, SignalLimits, SignalReading } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import { type ShapingChange, shapingChanges } from './shaping-changes.ts';

export interface LandingQuestion {
  readonly scene: Scene;
  readonly limits: SignalLimits;
  readonly needs: Signal['needs'];
  readonly from: ShapingChange['from'];
  /** `a leader who does not work there`. */
  readonly whence: string;
}

/** What parachutes of all kinds share: of the changes that shape an area, those that landed from one kind of outside. */
export function landings({ scene, limits, needs, from, whence }: LandingQuestion): readonly SignalReading[] {
  const say = ({ shows, n, place, before }: ShareTold): string =>
    `${shows} of ${n} changes that shape ${place} (first versions, rewrites, fixes) came from ${whence}, declared to nobody and with nobody of the area taking part${before}.`;
  return inAreasAndWhole({ scene, needs, limits, say }, landingCases(scene, { from, whence }));
}

function landingCases(scene: Scene, { from, whence }: Pick<LandingQuestion, 'from' | 'whence'>): readonly CountedCase[] {
  return shapingChanges(scene).map((one) => ({
    item: one.change.item,
    at: one.at,
    area: one.area,
    shows: one.from === from,
    note: `a ${one.shape} from ${whence}`,
    concerns: scene.people[one.author]!.kind === 'human' ? [one.author] : [],
  }));
}
