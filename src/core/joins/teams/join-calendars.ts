import type { Handle } from '#core/facts/fact.ts';
import { type Join, stateBefore } from '#core/joins/join-rules.ts';
import type { JoinWishes } from '#core/joins/join-words.ts';
import { isNamedCalendar } from '#core/joins/people/handle-keys.ts';
import { bareKey, thingKey } from '#core/joins/places/names-of-things.ts';
import type { PersonId } from '#core/terms/person.ts';
import { keysOfTeam } from './team-source.ts';
import type { TeamsJoined } from './join-teams.ts';
import type { TeamSeen } from './team-seen.ts';

export interface CalendarsToJoin {
  /** Everybody and everything whose time facts tell. */
  readonly handles: readonly Handle[];
  /** Persons of the history come first; `known` is how many they are. */
  readonly personOf: ReadonlyMap<Handle, PersonId>;
  readonly known: number;
  readonly teams: readonly TeamSeen[];
  readonly teamOf: TeamsJoined['teamOf'];
  readonly wishes: JoinWishes;
}

export interface CalendarsJoined {
  /** The team that a calendar, or an address that nobody commits with, is said to be: by the name by which it goes. */
  readonly teamOf: ReadonlyMap<string, string>;
  readonly joins: readonly Join[];
}

/** Words by which the calendar of a team is called besides. */
const OF_CALENDARS = new Set(
  'calendar kalender planning plan absence absences away leave holiday holidays vacation vacations urlaub abwesend ooo out of office pto time off'.split(
    ' ',
  ),
);

/** Which team a calendar is of: as somebody said; what is called like one is only ever suggested, because everybody in the team would be away with it. */
export function joinCalendars({ handles, personOf, known, teams, teamOf, wishes }: CalendarsToJoin): CalendarsJoined {
  const isOpen = (handle: Handle): boolean =>
    isNamedCalendar(handle) || (handle.startsWith('mail:') && !((personOf.get(handle) ?? known) < known));
  const seen = new Set<string>(handles.filter(isOpen));
  const places = new Set(teams.map(({ place }) => place));
  const said = wishes.same.filter(({ kind, from, to }) => kind === 'team' && seen.has(from) && places.has(to));
  const meant = new Map(said.map(({ from, to }) => [from, teamOf.get(to) ?? to]));
  const refused = new Set(wishes.different.map(({ from, to }) => `${from}\n${to}`));
  const called = teamsByKey(teams, teamOf);
  const guessed = [...seen].toSorted().flatMap((from): Join[] => {
    const to = meant.has(from) ? undefined : called.get(calendarKey(from));
    if (to === undefined || refused.has(`${from}\n${to}`)) return [];
    return [{ kind: 'team', from, to, rule: 'calendar called like the team', state: stateBefore('calendar called like the team') }];
  });
  return {
    teamOf: meant,
    joins: [...said.map(({ kind, from, to }): Join => ({ kind, from, to, rule: 'said', state: 'confirmed' })), ...guessed],
  };
}

/** `payments` of `calendar:Payments – out of office` and of `mail:payments@acme.example`. */
function calendarKey(handle: string): string {
  const own = handle.slice(handle.indexOf(':') + 1).replace(/@.*$/, '');
  return bareKey(thingKey(own))
    .split('-')
    .filter((word) => !OF_CALENDARS.has(word))
    .join('-');
}

/** Names of teams that one alone has. */
function teamsByKey(teams: readonly TeamSeen[], teamOf: TeamsJoined['teamOf']): ReadonlyMap<string, string> {
  const keyed = teams.flatMap(({ place, names }) =>
    keysOfTeam(place, names).flatMap((key) => [key, bareKey(key)].map((one) => [one, teamOf.get(place) ?? place] as const)),
  );
  const groups = Map.groupBy(
    keyed.filter(([key]) => key !== ''),
    ([key]) => key,
  );
  return new Map(
    [...groups].flatMap(([key, all]) => (new Set(all.map(([, team]) => team)).size === 1 ? [[key, all[0]![1]] as const] : [])),
  );
}
