import { useHotkeys } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import { useWorld } from '#web/data/world-context.ts';
import { WhyPanel } from '#web/why/why-panel.tsx';
import { Finder } from './finder.tsx';
import { PAGES } from './pages.ts';
import css from './shell.module.css';
import { ShellHeader } from './shell-header.tsx';

/** The frame around every page: where one is, of when it speaks, search, explanations. */
export function Shell() {
  const { facts } = useWorld();
  const [finding, setFinding] = useState(false);
  const open = useCallback(() => setFinding(true), []);
  const main = useRef<HTMLElement>(null);
  useHotkeys([
    ['mod+K', open],
    ['/', open],
  ]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const came = useRef(path);
  useEffect(() => {
    // Whoever listens hears the new page; the first one is announced by the browser.
    if (came.current !== path) main.current?.focus({ preventScroll: true });
    came.current = path;
  }, [path]);
  useEffect(() => {
    const page = PAGES.find(({ to }) => to === path)?.label ?? 'Area';
    document.title = `${page} · ${visible(facts.title)} · Understudy`;
  }, [path, facts.title]);
  return (
    <div className={css['frame']}>
      <a
        className={css['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the answer
      </a>
      <ShellHeader title={visible(facts.title)} onFind={open} />
      <main ref={main} id="main" tabIndex={-1} className={css['main']}>
        <Outlet />
      </main>
      <footer className={css['purpose']}>{PURPOSE_SENTENCE}</footer>
      <WhyPanel />
      <Finder opened={finding} onClose={() => setFinding(false)} />
    </div>
  );
}
