import type { Answer } from '#core/terms/answer.ts';
import { asTold } from '#core/board/as-told.ts';
import { MAP_COLOURS, MAP_SIZES } from '#core/weights/node-weights.ts';
import { LocalBeyond, LocalBeyondAway, LocalBeyondFront } from '#web/facets/local/local-beyond.tsx';
import { startWorker } from '#web/worker/start-worker.ts';
import { type Asker, askerOf } from './asker.ts';
import type { LoadedWorld } from './world-context.ts';
import { readWorld } from './world-source.ts';

let loading: Promise<LoadedWorld> | null = null;

/** Answers from workers that hold the whole world: on one's own machine, and in one file. One load per page, also where React mounts twice. */
export function loadWorld(onProgress: (share: number) => void): Promise<LoadedWorld> {
  loading ??= (async () => {
    const worker = askerOf(startWorker());
    const { bytes, me, isToldBeyond, closed } = await readWorld(onProgress);
    const facts = await worker('load', { bytes, me });
    return {
      ask: closed === null ? worker : withTold(worker, closed),
      askBehind: behind(bytes),
      facts,
      from: 'page' as const,
      colours: MAP_COLOURS,
      sizes: MAP_SIZES,
      base: '',
      served: location.protocol !== 'file:',
      hasSignals: closed !== null,
      ...(isToldBeyond ? { beyond: LocalBeyond, beyondFront: LocalBeyondFront, beyondAway: LocalBeyondAway } : {}),
    };
  })();
  return loading;
}

/** The worker knows only git: what is told beside it changes what its answers say of themselves. */
function withTold(ask: Asker, closed: readonly string[]): Asker {
  const told = async (...call: Parameters<Asker>): Promise<unknown> => {
    const found = await ask(...call);
    return call[0] === 'ask' ? asTold(found as Answer, closed) : found;
  };
  return told as Asker;
}

/** A second worker for series over time, started by the first that asks: the first one stays free for what somebody waits for. */
function behind(bytes: Uint8Array): Asker {
  let second: Promise<Asker> | null = null;
  return async (name, input) => {
    second ??= (async () => {
      const ask = askerOf(startWorker());
      await ask('load', { bytes, me: null }, { transfer: [bytes.buffer] });
      return ask;
    })();
    return await (await second)(name, input);
  };
}
