import type { Topic } from '#core/policy/roles.ts';
import type { IconName } from '#web/look/icons.tsx';

/** A page of the team edition that the navigation leads to. */
export interface TeamPlace {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly note: string;
  /** Shown to those who see something of this; absent: to everybody. */
  readonly sees?: Topic;
}

/** In the order of a working day. Pages that do not exist yet do not stand here. */
export const TEAM_PLACES: readonly TeamPlace[] = [
  { to: '/', label: 'Today', icon: 'home', note: 'What needs you, and how things stand' },
  { to: '/sources', label: 'Sources', icon: 'list', note: 'What is read, and how far that is', sees: 'settings' },
];
