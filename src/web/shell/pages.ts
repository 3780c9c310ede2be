import type { IconName } from '#web/look/icons.tsx';

/** A page that the navigation leads to. */
export interface Page {
  readonly to: '/' | '/map' | '/away' | '/areas' | '/signals' | '/evaluation';
  readonly label: string;
  readonly icon: IconName;
  readonly note: string;
}

export const PAGES: readonly Page[] = [
  { to: '/', label: 'Answer', icon: 'home', note: 'The first page: where work would stop, and what first' },
  { to: '/map', label: 'Map', icon: 'map', note: 'Every file, coloured by how much would still be carried' },
  { to: '/away', label: 'Absence lab', icon: 'away', note: 'Pick people and dates and see what changes' },
  { to: '/areas', label: 'Areas', icon: 'list', note: 'All areas as a table' },
  { to: '/signals', label: 'Signals', icon: 'signal', note: 'Patterns in how the work goes that are worth a look' },
  { to: '/evaluation', label: 'Track record', icon: 'proof', note: 'How often this product is right, failures included' },
];

/** Signals stand among them where something tells of them; a team's server has them above its repositories. */
export function pagesOf({ hasSignals = false }: { readonly hasSignals?: boolean | undefined }): readonly Page[] {
  return PAGES.filter(({ to }) => to !== '/signals' || hasSignals);
}
