import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { loadWorld } from '#web/data/load-world.ts';
import type { LoadedWorld } from '#web/data/world-context.ts';
import { WorldContext } from '#web/data/world-context.ts';
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
    loadWorld(setShare).then(setWorld, (reason: unknown) => setProblem(reason instanceof Error ? reason : new Error(String(reason))));
  }, []);
  if (problem !== null) return <CannotLoad problem={problem} />;
  if (world === null) return <Loading share={share} />;
  return (
    <WorldContext value={world}>
      <RouterProvider router={router} />
    </WorldContext>
  );
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
