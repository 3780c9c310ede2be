import type { Mode } from '#core/policy/viewer.ts';
import type { Right, Topic } from '#core/policy/roles.ts';
import type { IconName } from '#web/look/icons.tsx';

/** A page of the team edition that the navigation leads to. */
export interface TeamPlace {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly note: string;
  /** Shown to those who may do this; absent: to everybody. */
  readonly may?: Right;
  /** Shown to those who see something of this; absent: to everybody. */
  readonly sees?: Topic;
  /** Shown once a connection has told something. */
  readonly told?: true;
  /** Shown in this mode only; absent: in every one. */
  readonly mode?: Mode;
}

/** In the order of a working day. Pages that do not exist yet do not stand here. */
export const TEAM_PLACES: readonly TeamPlace[] = [
  { to: '/', label: 'Today', icon: 'home', note: 'What needs you, and how things stand' },
  { to: '/me', label: 'My picture', icon: 'self', note: 'What concerns you, and who looked', sees: 'self' },
  {
    to: '/signals',
    label: 'Signals',
    icon: 'signal',
    note: 'Patterns in how the work goes that are worth a look',
    sees: 'signals',
    told: true,
  },
  { to: '/names', label: 'Names', icon: 'eyes', note: 'Names behind four eyes: who asks, who agrees, what was opened', mode: 'council' },
  { to: '/people', label: 'People & teams', icon: 'people', note: 'Who may come in, in which roles and teams', may: 'configure' },
  { to: '/sources', label: 'Sources', icon: 'source', note: 'What is read, what that lets us judge, what not' },
  {
    to: '/installation',
    label: 'Installation',
    icon: 'filter',
    note: 'What it is for, how much anybody sees, how long anything is kept',
    sees: 'settings',
  },
  { to: '/access-log', label: 'Access log', icon: 'proof', note: 'Who looked at what speaks of somebody', sees: 'log' },
  { to: '/settings', label: 'Settings', icon: 'settings', note: 'Who you are in the history, and how you come in' },
];

/** Those that somebody with these rights, who sees this, is led to. */
export function placesFor(me: {
  /** Connections that have told something. */
  readonly telling: number;
  readonly mode: Mode;
  readonly may: readonly Right[];
  readonly sees: readonly Topic[];
}): readonly TeamPlace[] {
  return TEAM_PLACES.filter(
    ({ may, sees, mode, told }) =>
      (told === undefined || me.telling > 0) &&
      (may === undefined || me.may.includes(may)) &&
      (sees === undefined || me.sees.includes(sees)) &&
      (mode === undefined || me.mode === mode),
  );
}
