import type { Scene } from '#core/scene/scene.ts';
import { readSignals } from '#core/signals/read-signals.ts';
import type { Signal, SignalReading } from '#core/signals/signal.ts';

/** What one signal finds in a scene, by its shipped limits. */
export function readOne(signal: Signal, scene: Scene): readonly SignalReading[] {
  return readSignals(scene, [signal]).found.map(({ reading }) => reading);
}

/** Ids of the areas (`team NAME`, `all`) in which it is raised. */
export function raisedIn(signal: Signal, scene: Scene): readonly string[] {
  return readOne(signal, scene).flatMap(({ raised, area, team }) =>
    raised ? [area ?? (team === undefined ? 'all' : `team ${team}`)] : [],
  );
}

/** `n` things, one made for each number. */
export function times<T>(n: number, make: (i: number) => T): readonly T[] {
  return Array.from({ length: n }, (_, i) => make(i));
}
