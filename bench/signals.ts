import { readSignals } from '#core/signals/read-signals.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import type { Bench } from './bench.ts';
import { crowdedScene, factsIn } from './crowded-scene.ts';
import { median } from './measure.ts';

const LIMIT_S = 5;
const PASSES = 3;

/** All signals over a year of a large organisation; what is remembered of a scene is dropped before each pass. */
export const signals: Bench = {
  name: 'signals',
  question: 'How long does it take to look at everything once?',
  async *run() {
    const scene = crowdedScene(7);
    const passes = Array.from({ length: PASSES }, () => {
      const started = performance.now();
      const { found } = readSignals({ ...scene }, SIGNALS);
      return { seconds: (performance.now() - started) / 1000, found: found.length };
    });
    const seconds = median(passes.map((pass) => pass.seconds));
    const one = SIGNALS.map((signal) => {
      const started = performance.now();
      readSignals({ ...scene }, [signal]);
      return { id: signal.id, seconds: (performance.now() - started) / 1000 };
    }).toSorted((a, b) => b.seconds - a.seconds)[0]!;
    yield {
      what: `${SIGNALS.length} signals over a year of 500 people`,
      on: `${factsIn(scene).toLocaleString('en')} invented facts, 80 areas`,
      figure: `${seconds.toFixed(1)} s`,
      limit: `≤ ${LIMIT_S} s`,
      holds: seconds <= LIMIT_S,
      beside: `${passes[0]!.found} readings; the longest alone: ${one.id}, ${one.seconds.toFixed(1)} s`,
    };
  },
};
