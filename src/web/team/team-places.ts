import type { Right } from '#core/policy/roles.ts';
import type { IconName } from '#web/look/icons.tsx';

/** A page of the team edition that the navigation leads to. */
export interface TeamPlace {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly note: string;
  /** Shown to those who may do this; absent: to everybody. */
  readonly may?: Right;
}

/** In the order of a working day. Pages that do not exist yet do not stand here. */
export const TEAM_PLACES: readonly TeamPlace[] = [
  { to: '/', label: 'Today', icon: 'home', note: 'What needs you, and how things stand' },
  { to: '/people', label: 'People & teams', icon: 'people', note: 'Who may come in, in which roles and teams', may: 'configure' },
  { to: '/sources', label: 'Sources', icon: 'source', note: 'What is read, and how far that is', may: 'configure' },
  { to: '/settings', label: 'Settings', icon: 'settings', note: 'Who you are in the history, and how you come in' },
];

/** Those that somebody with these rights is led to. */
export function placesFor(may: readonly Right[]): readonly TeamPlace[] {
  return TEAM_PLACES.filter(({ may: right }) => right === undefined || may.includes(right));
}
