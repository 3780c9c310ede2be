import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { spanOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import { keepDate, useAddress } from './address.ts';
import { PAGES } from './pages.ts';
import css from './shell.module.css';
import { Wordmark } from './wordmark.tsx';

/** Name of the product and of what is looked at, the pages, the date, search and theme. */
export function ShellHeader({ title, onFind }: { readonly title: string; readonly onFind: () => void }) {
  return (
    <header className={css['header']}>
      <Link to="/" className={css['brand']} aria-label="Understudy, first page">
        <Wordmark />
      </Link>
      <span className={css['title']} title={title}>
        {title}
      </span>
      <nav className={css['nav']} aria-label="Pages">
        {PAGES.map(({ to, label, icon }) => (
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
        <button type="button" className={css['search']} onClick={onFind} aria-label="Find a page, an area or a file">
          <Icon name="search" />
          <span>Find</span>
          <kbd>/</kbd>
        </button>
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** From here on it is worth saying that nothing newer was read. */
const OLD_DAYS = 14;

/** Of when the page speaks; in the past it stands out, and leads back. */
function AsOf() {
  const { facts } = useWorld();
  const [{ at }, change] = useAddress();
  const [now] = useState(() => Date.now() / 1000);
  const age = (now - facts.at) / DAY;
  if (at === undefined) {
    return (
      <span className={css['asOf']} title="Date of the last commit that was read">
        as of {dateOf(facts.at)}
        {age < OLD_DAYS ? null : <em> · {spanOf(age)} old</em>}
      </span>
    );
  }
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
