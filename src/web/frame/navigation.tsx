import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '#web/look/icons.tsx';
import { type Address, keepDate } from '#web/shell/address.ts';
import css from './frame.module.css';

export interface PlaceLinkProps {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** True where the pages below are others: only this very address is `here`. */
  readonly exact?: boolean;
}

/** One line of the navigation; the date goes along. */
export function PlaceLink({ to, label, icon, exact = to === '/' }: PlaceLinkProps) {
  return (
    <Link
      to={to}
      className={css['place']}
      activeProps={{ 'data-here': 'true' }}
      activeOptions={{ exact, includeSearch: false }}
      search={(before: Address) => keepDate(before)}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </Link>
  );
}

/** More than that stand beside each other without their pictures, so that the last one is not cut off. */
const MANY = 8;

export function Navigation({ places }: { readonly places: readonly PlaceLinkProps[] }) {
  return (
    <nav className={css['nav']} aria-label="Pages" data-many={places.length > MANY}>
      {places.map(({ to, label, icon, exact }) => (
        <PlaceLink key={to} to={to} label={label} icon={icon} {...(exact === undefined ? {} : { exact })} />
      ))}
    </nav>
  );
}
