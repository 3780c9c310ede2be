/**
 * # Which teams are one
 * What it says: which names of a team, in a forge, in the catalog, in tables that people filled in, mean the same team.
 * Formula: joined, in this order, when (1) somebody said so, (2) the source says that both are one, (3) they are called alike and at least
 *   half of the smaller one’s members whom both sources could know are in both, (4) they are called alike in organisations of one name,
 *   (5) they are called alike but for the words that every team has, with such members, (6) they are called alike, each is the only one of its
 *   source that is, and no members can be compared. A guess that leads to two teams of one source, directly or through a third, is none.
 * Reading: what is called alike and has other members stays two teams until somebody says otherwise; so does what has the same members and
 *   another name.
 * Source: Understudy; annotations github.com/team-slug and HOST/team-path as Backstage’s own readers of forges write them.
 * Weakness: two teams of two companies that are called alike and of whom no members are told are taken for one.
 */
import { joinRows, openUnion, rootOf, type Union } from '#core/identity/union.ts';
import { IN_FORCE_FROM, type Join, JOIN_RULES, type JoinRule, stateBefore } from '#core/joins/join-rules.ts';
import { guessTeams, pairOf, type TeamEdge } from './guess-teams.ts';
import { sourceOfTeam } from './team-source.ts';
import type { TeamsToJoin } from './team-seen.ts';

export interface TeamsJoined {
  /** The name by which a team goes, by each name that it has: the first in the alphabet. */
  readonly teamOf: ReadonlyMap<string, string>;
  readonly joins: readonly Join[];
}

interface Table extends TeamsToJoin {
  readonly row: ReadonlyMap<string, number>;
  readonly union: Union<JoinRule>;
  /** Sources of each group, at its root. */
  readonly sources: Set<string>[];
}

export function joinTeams(order: TeamsToJoin): TeamsJoined {
  const table = openTable(order);
  const said = confirm(table);
  const edges = guessTeams(order);
  const made = unambiguous(table, edges.filter(isSure)).filter((edge) => guess(table, edge));
  const teamOf = new Map(order.teams.map(({ place }, row) => [place, order.teams[rootOf(table.union, row)]!.place]));
  return { teamOf, joins: [...said, ...listGuesses(table, said, made), ...suggested(table, edges), ...rejected(order)] };
}

function openTable(order: TeamsToJoin): Table {
  const row = new Map(order.teams.map(({ place }, i) => [place, i]));
  const refused = order.wishes.different.flatMap(({ kind, from, to }) =>
    kind === 'team' && row.has(from) && row.has(to) ? [[row.get(from)!, row.get(to)!] as const] : [],
  );
  return {
    ...order,
    row,
    union: openUnion(order.teams.length, refused),
    sources: order.teams.map(({ place }) => new Set([sourceOfTeam(place)])),
  };
}

/** A word joins also two teams of one source: one that was renamed. */
function confirm(table: Table): readonly Join[] {
  return table.wishes.same.flatMap(({ kind, from, to }): Join[] => {
    const [left, right] = [table.row.get(to), table.row.get(from)];
    if (kind !== 'team' || left === undefined || right === undefined) return [];
    const isNew = rootOf(table.union, left) !== rootOf(table.union, right);
    return isNew && !bring(table, { left, right, rule: 'said' }) ? [] : [{ kind, from, to, rule: 'said', state: 'confirmed' }];
  });
}

/** Whether they are in one group now because of this. */
function bring({ union, sources }: Table, { left, right, rule }: TeamEdge): boolean {
  const before = [rootOf(union, left), rootOf(union, right)] as const;
  joinRows(union, [left, right], rule);
  const root = rootOf(union, left);
  if (before[0] === before[1] || root !== rootOf(union, right)) return false;
  sources[root] = new Set([...sources[before[0]]!, ...sources[before[1]]!]);
  return true;
}

function isSure({ rule }: TeamEdge): boolean {
  return JOIN_RULES[rule].confidence >= IN_FORCE_FROM;
}

/** Of guesses by one rule, those that lead to one team of a source alone, from either end. */
function unambiguous({ teams }: Table, edges: readonly TeamEdge[]): readonly TeamEdge[] {
  const ends = ({ left, right, rule }: TeamEdge): readonly string[] => [
    `${rule} ${left} ${sourceOfTeam(teams[right]!.place)}`,
    `${rule} ${right} ${sourceOfTeam(teams[left]!.place)}`,
  ];
  const counts = Map.groupBy(edges.flatMap(ends), (end) => end);
  return edges
    .filter((edge) => ends(edge).every((end) => counts.get(end)!.length === 1))
    .toSorted((a, b) => JOIN_RULES[b.rule].confidence - JOIN_RULES[a.rule].confidence || a.left - b.left || a.right - b.right);
}

function guess(table: Table, edge: TeamEdge): boolean {
  const { union, sources } = table;
  const [one, other] = [sources[rootOf(union, edge.left)]!, sources[rootOf(union, edge.right)]!];
  return !shareOne(one, other) && bring(table, edge);
}

function shareOne(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((source) => other.has(source));
}

/** Each name is taken for one other as long as that goes: what is said of a name is said of that. */
function listGuesses({ teams }: Table, said: readonly Join[], made: readonly TeamEdge[]): readonly Join[] {
  const taken = new Set(said.map(({ from }) => from));
  return made.map(({ left, right, rule, members }): Join => {
    const ends = [teams[Math.max(left, right)]!.place, teams[Math.min(left, right)]!.place] as const;
    const [from, to] = taken.has(ends[0]) && !taken.has(ends[1]) ? [ends[1], ends[0]] : ends;
    taken.add(from);
    return { kind: 'team', from, to, rule, state: stateBefore(rule), ...(members === undefined ? {} : { members }) };
  });
}

/** What is less sure, or sure of several: for somebody to confirm. Nothing that would make one of two teams of a source. */
function suggested({ teams, union, sources }: Table, edges: readonly TeamEdge[]): readonly Join[] {
  const apart = new Set(union.refused.flatMap(([a, b]) => [pairOf({ left: rootOf(union, a), right: rootOf(union, b) })]));
  const open = new Map<string, TeamEdge>();
  for (const edge of edges) if (!open.has(pairOf(edge))) open.set(pairOf(edge), edge);
  return [...open.values()].flatMap(({ left, right, rule, members }): Join[] => {
    const [from, to] = [teams[Math.max(left, right)]!.place, teams[Math.min(left, right)]!.place];
    const groups = { left: rootOf(union, left), right: rootOf(union, right) };
    if (groups.left === groups.right || apart.has(pairOf(groups)) || shareOne(sources[groups.left]!, sources[groups.right]!)) return [];
    const shown = isSure({ left, right, rule }) ? 'one of several' : rule;
    return [{ kind: 'team', from, to, rule: shown, state: 'suggested', ...(members === undefined ? {} : { members }) }];
  });
}

function rejected({ wishes }: TeamsToJoin): readonly Join[] {
  return wishes.different.flatMap(({ kind, from, to }): Join[] =>
    kind === 'team' ? [{ kind, from, to, rule: 'said', state: 'rejected' }] : [],
  );
}
