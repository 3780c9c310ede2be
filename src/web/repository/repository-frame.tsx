import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { DaysAway, LoadedWorld } from '#web/data/world-context.ts';
import { WorldContext } from '#web/data/world-context.ts';
import { Notice, Problem } from '#web/parts/notice.tsx';
import { AskLink } from '#web/names/ask-link.tsx';
import { AwayBeyond } from '#web/facets/away-beyond.tsx';
import { beyondOfServer } from '#web/facets/asked/beyond-of-server.ts';
import { FacetsOnFront } from '#web/facets/facets-on-front.tsx';
import { ToldBeyond } from '#web/facets/told-beyond.tsx';
import { BeyondContext } from '#web/facets/asked/use-beyond.ts';
import { AreaNote } from '#web/privacy/area-note.tsx';
import { PastCounts } from '#web/privacy/past-counts.tsx';
import { Loading } from '#web/shell/loading.tsx';
import { useMe } from '#web/team/me-context.ts';
import { Shell } from '#web/shell/shell.tsx';
import { boardOfReply } from './board-of-reply.ts';
import { serverAsker } from './server-asker.ts';
import { RepositorySwitch } from './repository-switch.tsx';
import { openServerDoor, type ReadServer } from './server-door.ts';
import { sourcePaths } from './source-paths.ts';

/** One repository of the team: its board is fetched once, everything else when a page asks for it. */
export function RepositoryFrame() {
  // The address is this edition's own: the router that is typed is that of the local page.
  const { source = '' } = useParams({ strict: false }) as { readonly source?: string };
  const client = useQueryClient();
  // A session that ended leads to the gate, which asks again who is there; the address stays.
  const [read] = useState(() => openServerDoor(() => void client.invalidateQueries({ queryKey: ['Me', 'who-am-i'] })));
  const { world, problem } = useRepository(read, source);
  if (problem !== null)
    return (
      <main>
        <Notice title="This repository cannot be shown." say="Nothing is lost; others may still be looked at.">
          <Problem problem={problem} />
        </Notice>
      </main>
    );
  if (world === null) return <Loading share={0} />;
  return (
    <WorldContext key={source} value={world}>
      <Shell switcher={<RepositorySwitch source={source} />} />
    </WorldContext>
  );
}

interface Opened {
  readonly world: LoadedWorld | null;
  readonly problem: Error | null;
}

const NOT_YET: Opened = { world: null, problem: null };

function useRepository(read: ReadServer, source: string): Opened {
  const [opened, setOpened] = useState<Opened>(NOT_YET);
  useEffect(() => {
    const wanted = new AbortController();
    const settle = (change: Partial<Opened>): void => {
      if (!wanted.signal.aborted) setOpened({ ...NOT_YET, ...change });
    };
    settle({});
    openSource(read, source, wanted.signal).then(
      (world) => settle({ world }),
      (reason: unknown) => settle({ problem: reason instanceof Error ? reason : new Error(String(reason)) }),
    );
    return () => wanted.abort();
  }, [read, source]);
  return opened;
}

async function openSource(read: ReadServer, source: string, signal: AbortSignal): Promise<LoadedWorld> {
  const paths = sourcePaths(source);
  const board = boardOfReply(await read(paths.board, { name: 'board', signal }));
  const ask = serverAsker({ read, paths, board });
  const { facts, colours, sizes } = board;
  const besideArea = ({ area }: { readonly area: string }): ReactNode => (
    <>
      <AreaNote source={source} area={area} />
      <AskLink source={source} area={area} />
    </>
  );
  const earlier = ({ area }: { readonly area: string | null }): ReactNode => <PastCounts source={source} area={area} />;
  const beyond = ({ area }: { readonly area: string | null }): ReactNode => (
    <Asked source={source}>
      <ToldBeyond area={area} />
    </Asked>
  );
  const beyondFront = (): ReactNode => (
    <Asked source={source}>
      <FacetsOnFront />
    </Asked>
  );
  const beyondAway = (days: DaysAway): ReactNode => (
    <Asked source={source}>
      <AwayBeyond {...days} />
    </Asked>
  );
  // Subjects of commits name people: no team's page asks for them.
  return {
    ask,
    askBehind: ask,
    facts,
    from: 'server',
    colours,
    sizes,
    base: `/r/${encodeURIComponent(source)}`,
    served: false,
    besideArea,
    earlier,
    beyond,
    beyondFront,
    beyondAway,
  };
}

function Asked({ source, children }: { readonly source: string; readonly children: ReactNode }) {
  return <BeyondContext value={beyondOfServer(source, useMe())}>{children}</BeyondContext>;
}
