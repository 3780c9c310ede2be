import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWorld } from '#web/data/world-context.ts';
import type { IconName } from '#web/look/icons.tsx';
import { Icon } from '#web/look/icons.tsx';
import { WhyPanel } from '#web/why/why-panel.tsx';
import { visible } from '#core/report/visible.ts';
import { dateOf } from '#core/terms/moment.ts';
import { Palette } from './palette.tsx';
import { useAddress } from './address.ts';
import css from './shell.module.css';
import { Wordmark } from './wordmark.tsx';

const PLACES: readonly { readonly to: '/' | '/map' | '/away' | '/areas'; readonly label: string; readonly icon: IconName }[] = [
  { to: '/', label: 'Answer', icon: 'home' },
  { to: '/map', label: 'Map', icon: 'map' },
  { to: '/away', label: 'Absence lab', icon: 'away' },
  { to: '/areas', label: 'Areas', icon: 'list' },
];

/** The frame around every page: where one is, of when it speaks, search, theme. */
export function Shell() {
  const { facts } = useWorld();
  const [searching, setSearching] = useState(false);
  const open = (): void => setSearching(true);
  useHotkeys([
    ['mod+K', open],
    ['/', open],
  ]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${PLACES.find(({ to }) => to === path)?.label ?? 'Area'} · ${visible(facts.title)} · Understudy`;
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
      <header className={css['header']}>
        <Link to="/" className={css['brand']} aria-label="Understudy, first page">
          <Wordmark />
        </Link>
        <span className={css['title']} title={visible(facts.title)}>
          {visible(facts.title)}
        </span>
        <nav className={css['nav']} aria-label="Pages">
          {PLACES.map(({ to, label, icon }) => (
            <Link
              key={to}
              to={to}
              className={css['place']}
              activeProps={{ 'data-here': 'true' }}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              search={keepDate}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <div className={css['tools']}>
          <AsOf />
          <button type="button" className={css['search']} onClick={open}>
            <Icon name="search" />
            <span>Find</span>
            <kbd>/</kbd>
          </button>
          <ThemeSwitch />
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className={css['main']}>
        <Outlet />
      </main>
      <WhyPanel />
      <Palette opened={searching} onClose={() => setSearching(false)} />
    </div>
  );
}

function keepDate(before: { readonly at?: string }): { readonly at?: string } {
  return before.at === undefined ? {} : { at: before.at };
}

function AsOf() {
  const { facts } = useWorld();
  const [{ at }, change] = useAddress();
  if (at === undefined)
    return (
      <span className={css['asOf']} title="Date of the last commit that was read">
        as of {dateOf(facts.at)}
      </span>
    );
  return (
    <button type="button" className={css['past']} onClick={() => change({ at: undefined })} title="Back to the last commit">
      as of {at} <Icon name="close" size={12} />
    </button>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <button
      type="button"
      className={css['icon']}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      aria-label={dark ? 'Use the light theme' : 'Use the dark theme'}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
