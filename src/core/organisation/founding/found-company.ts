import { drawFrom } from '#core/chance/draw.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { inventedName } from './invented-name.ts';
import type { Cast, Company, InventedArea, InventedPerson, InventedTeam, Planted } from './company.ts';
import { HEALTHY, HEALTHY_TEAM } from './habits.ts';
import { type Plant, PLANTS } from './plants.ts';
import { seedOf } from './part-seed.ts';

export interface CompanyOrder {
  readonly seed: number;
  /** The last moment that is told. */
  readonly until: Moment;
  /** Whether patterns are planted, or which ones in its areas, one after the other; without them it is the clean twin, equal in everything else. */
  readonly planted: boolean | readonly string[];
}

const YEARS = 2;
const MEMBERS = 6;
/** Team, its two areas with their tiers, and the repository where both lie. */
const SHAPE = [
  ['payments', 'billing', 1, 'checkout', 1, 'shop'],
  ['storefront', 'search', 2, 'catalogue', 2, 'shop'],
  ['logistics', 'routing', 1, 'depots', 3, 'fleet'],
  ['foundation', 'deploy', 1, 'identity', 1, 'foundation'],
  ['insight', 'reports', 3, 'ingest', 2, 'insight'],
  ['mobile', 'wallet', 2, 'push', 2, 'insight'],
] as const;
const ZONES = [60, 60, 0, 60, 120, -300];

/** A company of some forty people, six teams and twelve areas, the same for the same seed; nothing has happened in it yet. */
export function foundCompany({ seed, until, planted }: CompanyOrder): Company {
  const window = { from: until - YEARS * 365 * DAY, to: until };
  const plan = planted === false ? [] : planting(seed, planted === true ? null : planted);
  const people = peopleOf(window.from);
  const teams = SHAPE.map(([slug], team): InventedTeam => {
    const members = people.flatMap((one, who) => (one.team === team ? [who] : []));
    const lead = members.find((who) => people[who]!.role === 'lead')!;
    return {
      slug,
      name: title(slug),
      members,
      lead,
      manager: managerOf(people, team),
      habits: { ...HEALTHY_TEAM, ...changed(plan, [slug], 'team') },
    };
  });
  return {
    seed,
    window,
    people,
    teams,
    areas: SHAPE.flatMap((row, team) => [areaOf({ row, team, at: 1, teams, plan }), areaOf({ row, team, at: 3, teams, plan })]),
    repositories: [...new Set(SHAPE.map((row) => row[5]))],
    planted: plan,
  };
}

interface AreaOrder {
  readonly row: (typeof SHAPE)[number];
  readonly team: number;
  readonly at: 1 | 3;
  readonly teams: readonly InventedTeam[];
  readonly plan: readonly Planted[];
}

/** The second area of a team has another one who comes first. */
function areaOf({ row, team, at, teams, plan }: AreaOrder): InventedArea {
  const slug = row[at];
  const members = teams[team]!.members;
  const first = at === 1 ? 0 : 2;
  const people = [0, 1, 2, 3, 4].map((i): Cast => members[(first + i) % members.length]!);
  const repositories = [...new Set(SHAPE.map((one) => one[5]))];
  return {
    slug,
    repository: repositories.indexOf(row[5]),
    team,
    tier: row[(at + 1) as 2 | 4],
    service: `P${slug.toUpperCase()}`,
    people,
    habits: { ...HEALTHY, ...changed(plan, [row[0], slug], 'area') },
  };
}

/** Where patterns are planted: one in each area and each team, drawn from those that there are or as given, and each of the company's own with even chances. */
function planting(seed: number, given: readonly string[] | null): readonly Planted[] {
  const draw = drawFrom(seedOf(seed, 'planting'));
  const shuffled = (where: Plant['where']): readonly Plant[] =>
    PLANTS.filter((plant) => plant.where === where)
      .map((plant) => ({ plant, by: draw.uniform() }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ plant }) => plant);
  const [ofAreas, ofTeams] = [shuffled('area'), shuffled('team')];
  const teams = SHAPE.map((row) => row[0]).slice(0, ofTeams.length);
  return [
    ...SHAPE.flatMap((row) => [row[1], row[3]]).map((place, n) => ({ plant: given?.[n] ?? ofAreas[n]!.id, place })),
    ...teams.map((place, n) => ({ plant: ofTeams[n]!.id, place })),
    ...shuffled('company').flatMap(({ id }) => (draw.uniform() < 0.5 ? [{ plant: id, place: null }] : [])),
  ];
}

/** What a place does otherwise than a healthy one; what was planted in an area goes before what its team does. */
function changed(plan: readonly Planted[], places: readonly string[], kind: 'area' | 'team'): object {
  const plants = [...places].flatMap((place) => plan.filter((one) => one.place === place).map((one) => plantOf(one.plant)));
  const everywhere = plan.filter(({ place }) => place === null).map(({ plant }) => plantOf(plant));
  return Object.assign({}, ...[...everywhere, ...plants].map((plant) => plant[kind] ?? {}));
}

function plantOf(id: string): Plant {
  return PLANTS.find((plant) => plant.id === id)!;
}

function peopleOf(from: Moment): readonly InventedPerson[] {
  const inTeams = SHAPE.flatMap((_, team) =>
    Array.from({ length: MEMBERS }, (__, i) => ({ role: i === MEMBERS - 1 ? ('lead' as const) : ('member' as const), team })),
  );
  const others = [
    { role: 'manager', team: null },
    { role: 'manager', team: null },
    { role: 'director', team: null },
    ...Array.from({ length: 4 }, () => ({ role: 'support' as const, team: null })),
    { role: 'agent', team: null },
  ] as const;
  return [...inTeams, ...others].map(({ role, team }, n) => personOf(n, { role, team, joinedAt: from }));
}

function personOf(n: number, { role, team, joinedAt }: Pick<InventedPerson, 'role' | 'team' | 'joinedAt'>): InventedPerson {
  const fullName = role === 'agent' ? 'openhands' : inventedName(n);
  const login = role === 'agent' ? 'openhands-agent' : fullName.toLowerCase().replace(/[^a-z]+/g, '-');
  const mail = role === 'agent' ? 'openhands-agent@harbour.example' : `${login.replace('-', '.')}@harbour.example`;
  const number = String(n + 1).padStart(3, '0');
  return { fullName, mail, login, pager: `PU${number}`, chat: `U0${number}`, zone: ZONES[n % ZONES.length]!, role, team, joinedAt };
}

function managerOf(people: readonly InventedPerson[], team: number): Cast {
  const managers = people.flatMap(({ role }, who) => (role === 'manager' ? [who] : []));
  return managers[team < SHAPE.length / 2 ? 0 : 1]!;
}

function title(slug: string): string {
  return slug[0]!.toUpperCase() + slug.slice(1);
}
