import { Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { visible } from '#core/report/visible.ts';
import { useWorld } from '#web/data/world-context.ts';
import { useFinding } from '#web/finder/use-finding.ts';
import { WhyPanel } from '#web/why/why-panel.tsx';
import { RepositoryFinder } from './repository-finder.tsx';
import { Frame } from '#web/frame/frame.tsx';
import { addressUnder } from './address-under.ts';
import { PAGES } from './pages.ts';
import { ShellHeader } from './shell-header.tsx';

/** The frame around every page: where one is, of when it speaks, search, explanations. */
export function Shell({ switcher }: { readonly switcher?: ReactNode }) {
  const { facts, base } = useWorld();
  const { open, ...finding } = useFinding();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const page = PAGES.find(({ to }) => addressUnder(base, to) === path)?.label ?? 'Area';
  const title = visible(facts.title);
  return (
    <>
      <Frame title={`${page} · ${title}`} header={<ShellHeader title={title} switcher={switcher} onFind={open} />}>
        <Outlet />
      </Frame>
      <WhyPanel />
      <RepositoryFinder {...finding} />
    </>
  );
}
