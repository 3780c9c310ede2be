import { type ReactNode, useState } from 'react';
import { spanOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { useWorld } from '#web/data/world-context.ts';
import { FindButton } from '#web/finder/find-button.tsx';
import { Icon } from '#web/look/icons.tsx';
import { useAddress } from './address.ts';
import { Brand } from '#web/frame/brand.tsx';
import { addressUnder } from './address-under.ts';
import { pagesOf } from './pages.ts';
import { Navigation } from '#web/frame/navigation.tsx';
import css from './shell.module.css';
import { Tools } from '#web/frame/tools.tsx';
import { ThemeSwitch } from '#web/frame/theme-switch.tsx';

export interface ShellHeaderProps {
  readonly title: string;
  /** Instead of the title, where another one can be chosen. */
  readonly switcher?: ReactNode;
  readonly onFind: () => void;
}

/** In the team edition, back to what is above all repositories. */
const TODAY = { to: '/', label: 'Today', icon: 'out', exact: true } as const;

/** Name of the product and of what is looked at, the pages, the date, search and theme. */
export function ShellHeader({ title, switcher, onFind }: ShellHeaderProps) {
  const { base, from, hasSignals } = useWorld();
  const own = pagesOf({ hasSignals }).map((page) => ({ ...page, to: addressUnder(base, page.to), exact: page.to === '/' }));
  const places = from === 'server' ? [TODAY, ...own] : own;
  return (
    <>
      <Brand compact={switcher !== undefined} />
      {switcher === undefined ? (
        <span className={css['title']} title={title}>
          {title}
        </span>
      ) : (
        <span className={css['switch']}>{switcher}</span>
      )}
      <Navigation places={places} />
      <Tools>
        <AsOf />
        <FindButton title="Find a page, an area or a file" onFind={onFind} />
        <ThemeSwitch />
      </Tools>
    </>
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
        <span>as of </span>
        {dateOf(facts.at)}
        {age < OLD_DAYS ? null : <em> · {spanOf(age)} old</em>}
      </span>
    );
  }
  return (
    <button type="button" className={css['past']} onClick={() => change({ at: undefined })} title="Back to the last commit">
      <span>as of </span>
      {at} <Icon name="close" size={12} />
    </button>
  );
}
