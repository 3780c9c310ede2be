import type { Scene } from '#core/scene/scene.ts';
import { limitsOf, type OwnLimits, readSignals, type SignalsRead } from '#core/signals/read-signals.ts';
import type { Signal, SignalLimits } from '#core/signals/signal.ts';
import { type NoticedReading, noticedId } from './noticed.ts';
import { signalOf } from './noticed-now.ts';

/** Limits under which a signal of one place was raised last, by its id. */
export type RaisedBefore = ReadonlyMap<string, SignalLimits>;

/** What a look has raised, or found silenced, and under which limits: what the next one holds its own against. */
export function raisedBefore(readings: readonly NoticedReading[], own: OwnLimits = {}): RaisedBefore {
  return new Map(
    readings.flatMap((reading): readonly (readonly [string, SignalLimits])[] => {
      const signal = signalOf(reading.signal);
      const limits = reading.raised && signal !== undefined ? limitsOf(signal, own) : reading.silenced;
      return limits === undefined ? [] : [[noticedId(reading), limits]];
    }),
  );
}

type SignalRead = SignalsRead['found'][number];

/** What would be raised now under the limits by which it was raised last, where other ones hold. Each signal is read again once for each of them. */
export function raisedAsBefore(
  scene: Scene,
  own: OwnLimits,
  before: RaisedBefore,
): readonly (SignalRead & { readonly limits: SignalLimits })[] {
  const changed = [...before].flatMap(([id, limits]) => {
    const signal = signalOf(kindOf(id));
    return signal === undefined || isSame(limits, limitsOf(signal, own)) ? [] : [{ id, signal, limits }];
  });
  const again = Map.groupBy(changed, ({ signal, limits }) => JSON.stringify([signal.id, ...parts(limits)]));
  return [...again.values()].flatMap((places) => {
    const { signal, limits } = places[0]!;
    const ids = new Set(places.map(({ id }) => id));
    return readUnder(scene, signal, limits)
      .filter(({ reading }) => reading.raised && ids.has(noticedId({ ...reading, signal: signal.id, team: reading.team ?? null })))
      .map((one) => ({ ...one, limits }));
  });
}

function readUnder(scene: Scene, signal: Signal, limits: SignalLimits): readonly SignalRead[] {
  return readSignals(scene, [signal], { [signal.id]: limits }).found;
}

/** Ids of signals have no colon, and every id begins with one. */
function kindOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

function isSame(one: SignalLimits, other: SignalLimits): boolean {
  return parts(one).every((part, i) => part === parts(other)[i]);
}

function parts({ threshold, least, days, risen }: SignalLimits): readonly (number | boolean)[] {
  return [threshold, least, days, risen];
}
