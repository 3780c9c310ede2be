import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { Habits, TeamHabits } from './habits.ts';

/** Index into `Company.people`. */
export type Cast = number;

/** An invented company before anything has happened in it. Nobody in it exists. */
export interface Company {
  readonly seed: number;
  /** The years that are told: half open. */
  readonly window: Window;
  readonly people: readonly InventedPerson[];
  readonly teams: readonly InventedTeam[];
  readonly areas: readonly InventedArea[];
  readonly repositories: readonly string[];
  /** What was planted where; empty in the clean twin. */
  readonly planted: readonly Planted[];
}

export interface InventedPerson {
  readonly fullName: string;
  readonly mail: string;
  /** Login of the forge and of the chat. */
  readonly login: string;
  /** Account of the incident system. */
  readonly pager: string;
  readonly chat: string;
  /** Minutes from UTC. */
  readonly zone: number;
  readonly role: 'member' | 'lead' | 'manager' | 'director' | 'support' | 'agent';
  /** Team they belong to; null: none. */
  readonly team: number | null;
  readonly joinedAt: Moment;
}

export interface InventedTeam {
  readonly slug: string;
  readonly name: string;
  readonly members: readonly Cast[];
  readonly lead: Cast;
  readonly manager: Cast;
  readonly habits: TeamHabits;
}

export interface InventedArea {
  /** Folder of its repository and name of its service. */
  readonly slug: string;
  readonly repository: number;
  readonly team: number;
  readonly tier: 1 | 2 | 3;
  readonly service: string;
  /** Who works there, the one whom a planted habit means first. */
  readonly people: readonly Cast[];
  readonly habits: Habits;
}

/** One habit that was planted, and where. */
export interface Planted {
  /** Its id in the table of plants. */
  readonly plant: string;
  /** Slug of the area or the team; null: the whole company. */
  readonly place: string | null;
}

/** When an area began: the window's first moment where it is older. */
export function bornAt({ window }: Pick<Company, 'window'>, { habits }: Pick<InventedArea, 'habits'>): Moment {
  return Math.max(window.from, window.to - habits.age * 365 * DAY);
}
