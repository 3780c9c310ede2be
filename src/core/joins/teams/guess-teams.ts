import type { JoinRule } from '#core/joins/join-rules.ts';
import { bareKey } from '#core/joins/places/names-of-things.ts';
import { areMostlyShared, type MembersShared, membersShared } from './members-shared.ts';
import { keysOfTeam, sourceOfTeam, withinOrganisation } from './team-source.ts';
import type { TeamSeen, TeamsToJoin } from './team-seen.ts';

/** Two teams of two sources that may be one, and why. */
export interface TeamEdge {
  readonly left: number;
  readonly right: number;
  readonly rule: JoinRule;
  /** Absent: not compared, or not comparable. */
  readonly members?: MembersShared;
}

/** Among more teams of one name nobody could tell which is meant. */
const MOST_CALLED_SO = 30;
/** Differently called, that many and that share of all have to be in both for somebody to be asked. */
const LEAST_MEMBERS = 3;
const LEAST_OF_ALL = 0.8;
/** Whoever is in more teams than that says nothing of any of them. */
const MOST_TEAMS = 40;

/** All guesses and suggestions, the surest first; which of them hold is not said here. */
export function guessTeams(order: TeamsToJoin): readonly TeamEdge[] {
  const called = calledAlike(order);
  const nearly = calledNearly(order, new Set(called.map(pairOf)));
  const named = [...declared(order), ...called, ...nearly];
  return [...named, ...sameMembers(order, new Set(named.map(pairOf)))];
}

export function pairOf({ left, right }: Pick<TeamEdge, 'left' | 'right'>): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}

function declared({ teams }: TeamsToJoin): readonly TeamEdge[] {
  const row = new Map(teams.map(({ place }, i) => [place, i]));
  return teams.flatMap(({ sameAs }, right) =>
    sameAs.flatMap((other) => {
      const left = row.get(other);
      return left === undefined || left === right ? [] : [{ left, right, rule: 'declared' as const }];
    }),
  );
}

function calledAlike(order: TeamsToJoin): readonly TeamEdge[] {
  const { teams, vendorsOf } = order;
  return pairsCalled(teams, (team) => keysOfTeam(team.place, team.names)).map(({ left, right, alone }) => {
    const members = membersShared(teams[left]!, teams[right]!, vendorsOf);
    const compared = members === null ? {} : { members };
    if (members !== null)
      return { left, right, ...compared, rule: areMostlyShared(members) ? 'called alike, same members' : 'called alike, other members' };
    if (isSameWithin(teams[left]!, teams[right]!)) return { left, right, rule: 'same organisation and name' };
    return { left, right, rule: alone ? 'team called alike' : 'one of several' };
  });
}

function isSameWithin(one: TeamSeen, other: TeamSeen): boolean {
  const path = withinOrganisation(one.place);
  return path !== undefined && path === withinOrganisation(other.place);
}

/** But for the words that every team has. */
function calledNearly({ teams, vendorsOf }: TeamsToJoin, known: ReadonlySet<string>): readonly TeamEdge[] {
  const bare = (team: TeamSeen): readonly string[] =>
    keysOfTeam(team.place, team.names)
      .map(bareKey)
      .filter((key) => key !== '');
  return pairsCalled(teams, bare).flatMap(({ left, right }): TeamEdge[] => {
    if (known.has(pairOf({ left, right }))) return [];
    const members = membersShared(teams[left]!, teams[right]!, vendorsOf);
    if (members === null) return [{ left, right, rule: 'team called nearly so' }];
    return areMostlyShared(members) ? [{ left, right, rule: 'called nearly alike, same members', members }] : [];
  });
}

interface Pair {
  readonly left: number;
  readonly right: number;
  /** Either is the only one of its source that is called so. */
  readonly alone: boolean;
}

/** Pairs of teams of two sources that share a key, each once. */
function pairsCalled(teams: readonly TeamSeen[], keysOf: (team: TeamSeen) => readonly string[]): readonly Pair[] {
  const sources = teams.map(({ place }) => sourceOfTeam(place));
  const rows = Map.groupBy(
    teams.flatMap((team, row) => [...new Set(keysOf(team))].map((key) => ({ key, row }))),
    ({ key }) => key,
  );
  const pairs = new Map<string, Pair>();
  for (const all of rows.values()) {
    if (all.length > MOST_CALLED_SO) continue;
    const count = Map.groupBy(all, ({ row }) => sources[row]!);
    all.forEach(({ row: left }, i) => {
      for (const { row: right } of all.slice(i + 1)) {
        if (sources[left] === sources[right]) continue;
        const alone = [left, right].every((row) => count.get(sources[row]!)!.length === 1);
        const known = pairs.get(pairOf({ left, right }));
        pairs.set(pairOf({ left, right }), { left, right, alone: alone || known?.alone === true });
      }
    });
  }
  return [...pairs.values()].toSorted((a, b) => a.left - b.left || a.right - b.right);
}

/** Teams of other names with almost the same people: a team and its successor, or two that happen to share them. Only ever suggested. */
function sameMembers({ teams, vendorsOf }: TeamsToJoin, known: ReadonlySet<string>): readonly TeamEdge[] {
  const of = Map.groupBy(
    teams.flatMap(({ members }, row) => [...members].map((person) => ({ person, row }))),
    ({ person }) => person,
  );
  const counts = new Map<string, { readonly left: number; readonly right: number; count: number }>();
  for (const all of of.values()) {
    if (all.length > MOST_TEAMS) continue;
    all.forEach(({ row: left }, i) => {
      for (const { row: right } of all.slice(i + 1)) {
        const pair = counts.get(pairOf({ left, right })) ?? { left, right, count: 0 };
        pair.count++;
        counts.set(pairOf({ left, right }), pair);
      }
    });
  }
  return [...counts.values()]
    .toSorted((a, b) => a.left - b.left || a.right - b.right)
    .flatMap(({ left, right, count }): TeamEdge[] => {
      const [one, other] = [teams[left]!, teams[right]!];
      if (count < LEAST_MEMBERS || known.has(pairOf({ left, right })) || sourceOfTeam(one.place) === sourceOfTeam(other.place)) return [];
      const members = membersShared(one, other, vendorsOf);
      const isEnough =
        members !== null && members.shared >= LEAST_OF_ALL * Math.max(members.together, one.members.size / 2, other.members.size / 2);
      return isEnough ? [{ left, right, rule: 'same members', members }] : [];
    });
}
