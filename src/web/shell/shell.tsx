import { useHotkeys } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { useWorld } from '#web/data/world-context.ts';
import { WhyPanel } from '#web/why/why-panel.tsx';
import { Finder } from './finder.tsx';
import { Frame } from '#web/frame/frame.tsx';
import { addressUnder } from './page-link.tsx';
import { PAGES } from './pages.ts';
import { ShellHeader } from './shell-header.tsx';

/** The frame around every page: where one is, of when it speaks, search, explanations. */
export function Shell() {
  const { facts, base } = useWorld();
  const [finding, setFinding] = useState(false);
  const open = useCallback(() => setFinding(true), []);
  useHotkeys([
    ['mod+K', open],
    ['/', open],
  ]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const page = PAGES.find(({ to }) => addressUnder(base, to) === path)?.label ?? 'Area';
  const title = visible(facts.title);
  return (
    <>
      <Frame title={`${page} · ${title}`} header={<ShellHeader title={title} onFind={open} />}>
        <Outlet />
      </Frame>
      <WhyPanel />
      <Finder opened={finding} onClose={() => setFinding(false)} />
    </>
  );
}
