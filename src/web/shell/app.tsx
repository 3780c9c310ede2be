import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Asker, askerOf } from '#web/data/asker.ts';
import type { LoadedWorld } from '#web/data/world-context.ts';
import { WorldContext } from '#web/data/world-context.ts';
import { readWorld } from '#web/data/world-source.ts';
import { startWorker } from '#web/worker/start-worker.ts';
import { Loading } from './loading.tsx';
import { openRouter } from './router.tsx';
import { Notice, Problem } from '#web/parts/notice.tsx';

const router = openRouter();

/** Loads the world once, then shows its pages. */
export function App() {
  const [world, setWorld] = useState<LoadedWorld | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const [share, setShare] = useState(0);
  useEffect(() => {
    load(setShare).then(setWorld, (reason: unknown) => setProblem(reason instanceof Error ? reason : new Error(String(reason))));
  }, []);
  if (problem !== null) return <CannotLoad problem={problem} />;
  if (world === null) return <Loading share={share} />;
  return (
    <WorldContext value={world}>
      <RouterProvider router={router} />
    </WorldContext>
  );
}

let loading: Promise<LoadedWorld> | null = null;

/** One load per page, also where React mounts twice. */
function load(onProgress: (share: number) => void): Promise<LoadedWorld> {
  loading ??= (async () => {
    const ask = askerOf(startWorker());
    const { bytes, me } = await readWorld(onProgress);
    const facts = await ask('load', { bytes, me });
    return { ask, askBehind: behind(bytes), facts, served: location.protocol !== 'file:' };
  })();
  return loading;
}

/** A second worker for series over time, started by the first that asks: the first one stays free for what somebody waits for. */
function behind(bytes: Uint8Array): LoadedWorld['askBehind'] {
  let second: Promise<Asker> | null = null;
  return async (name, input) => {
    second ??= (async () => {
      const ask = askerOf(startWorker());
      await ask('load', { bytes, me: null }, [bytes.buffer]);
      return ask;
    })();
    return await (await second)(name, input);
  };
}

function CannotLoad({ problem }: { readonly problem: Error }) {
  return (
    <main>
      <Notice title="The page could not load its data." say="Nothing is lost: the scan is kept on this machine.">
        <Problem problem={problem} />
      </Notice>
    </main>
  );
}
