import { type AgentsOfFiles, agentsOfFiles } from './agents-of-files.ts';
import { commitRef } from '#core/because/commit-ref.ts';
import { type AreaDeeds, deedsIn, lastSeen } from '#core/because/last-seen.ts';
import { type PathKnowing, pathKnowledge } from '#core/because/path-knowledge.ts';
import { STANDINGS, type Standing, standingOf } from '#core/because/standing-of.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Because, Column } from '#core/terms/answer.ts';
import { counted, percentOf, spanOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { landscapeOf } from '#core/world/landscape-of.ts';
import type { World } from '#core/world/world.ts';
import type { WhoRow } from './who-row.ts';

export interface PeopleOfFiles {
  readonly columns: readonly Column[];
  readonly rows: readonly WhoRow[];
  readonly because: readonly Because[];
  readonly roles: Readonly<Record<Standing, number>>;
  /** AI agents that changed these files lately, and which part of their changes they made. */
  readonly agents: Pick<AgentsOfFiles, 'count' | 'share'>;
  /** People with less than a start. */
  readonly others: number;
}

/** Most commits named as evidence for one person. */
const COMMITS = 4;

/** The people around some files: by name in alphabetical order on one's own machine, by role elsewhere. */
export function peopleOfFiles(world: World, files: readonly number[]): PeopleOfFiles {
  const { evidence, settings, viewer, at } = world;
  const known = pathKnowledge(landscapeOf(world), files).filter((k) => evidence.people[k.person]!.kind === 'human');
  const inside = new Set(files);
  const deeds = deedsIn(evidence, (file) => inside.has(file), at);
  const told = known
    .map((knowing) => ({
      knowing,
      role: standingOf(knowing, settings),
      name: namePerson(evidence, knowing.person, viewer),
      deeds: deeds.get(knowing.person) ?? NOTHING,
    }))
    .filter((one): one is Told => one.role !== undefined)
    .sort((a, b) => alphabetical(a.name, b.name));
  const roles = countRoles(told);
  const others = known.length - told.length;
  const agents = agentsOfFiles(world, files, deeds);
  const base = { columns: COLUMNS, roles, others, agents: { count: agents.count, share: agents.share } };
  if (!maySeeNames(viewer)) return { ...base, rows: [...roleRows(roles), ...agents.rows], because: [] };
  const rows = [...told.map(namedRow), ...agents.rows].sort((a, b) => alphabetical(a.person, b.person));
  return { ...base, rows, because: [...becauseOfPeople(world, told, inside), ...agents.because] };
}

interface Told {
  readonly knowing: PathKnowing;
  readonly role: Standing;
  readonly name: string;
  readonly deeds: AreaDeeds;
}

const NOTHING: AreaDeeds = { commits: 0, reviews: 0, created: 0, last: 0 };

function countRoles(told: readonly Told[]): Readonly<Record<Standing, number>> {
  const count = (role: Standing): number => told.filter((one) => one.role === role).length;
  return Object.fromEntries(STANDINGS.map((role) => [role, count(role)])) as Record<Standing, number>;
}

function namedRow({ knowing, role, name, deeds }: Told): WhoRow {
  return {
    person: name,
    role,
    knows: { value: knowing.knows, low: knowing.low, high: knowing.high, level: 0.9 },
    present: knowing.present,
    changes: deeds.commits,
    reviews: deeds.reviews,
    last: deeds.last > 0 ? dateOf(deeds.last) : null,
    because: `person:${knowing.person}`,
  };
}

/** Where names may not be seen: one row for each role with how many there are. */
function roleRows(roles: Readonly<Record<Standing, number>>): readonly WhoRow[] {
  return STANDINGS.filter((role) => roles[role] > 0).map((role) => ({
    person: counted(roles[role], 'person', 'people'),
    role,
    knows: null,
    present: null,
    changes: null,
    reviews: null,
    last: null,
  }));
}

function becauseOfPeople(world: World, told: readonly Told[], inside: ReadonlySet<number>): readonly Because[] {
  const seen = lastSeen(world.evidence, world.at);
  const commits = newestOf(world, inside);
  return told.map(({ knowing, role, name, deeds }) => ({
    id: `person:${knowing.person}`,
    claim: `${name} ${role}: ${percentOf(knowing.knows)} likely to know what changes here, ${percentOf(knowing.present)} likely to be here.`,
    formula:
      'P(knows) of each file from first authorship, own changes, reviews, changes by others since, time since, size and sibling files (knowledge/1), averaged over the files by the work expected on each; P(present) from the person’s own rhythm and silence (presence/1)',
    inputs: [
      { name: 'changes here', value: deeds.commits },
      { name: 'files created here', value: deeds.created },
      { name: 'reviews here', value: deeds.reviews },
      { name: 'last here', value: deeds.last > 0 ? dateOf(deeds.last) : 'never' },
      { name: 'last seen anywhere', value: seen[knowing.person] ? `${spanOf((world.at - seen[knowing.person]!) / DAY)} before` : 'never' },
    ],
    evidence: (commits.get(knowing.person) ?? []).map((commit) => commitRef(world.evidence, commit)),
    wouldChange: ['Another change or review of these files raises it; changes by others and time lower it.'],
    confidence: `90 % interval ${percentOf(knowing.low)} to ${percentOf(knowing.high)}, from the spread of the fitted coefficients`,
    method: 'knowledge/1',
  }));
}

function newestOf({ evidence, at }: World, inside: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const newest = new Map<number, number[]>();
  const { acts } = evidence;
  for (let i = acts.count - 1; i >= 0; i--) {
    if (acts.at[i]! > at || !inside.has(acts.file[i]!)) continue;
    const list = newest.get(acts.person[i]!) ?? [];
    if (list.length < COMMITS && !list.includes(acts.commit[i]!)) newest.set(acts.person[i]!, [...list, acts.commit[i]!]);
  }
  return newest;
}

const COLUMNS: readonly Column[] = [
  { key: 'person', label: 'Person', kind: 'text', meaning: 'In alphabetical order: the order says nothing about anybody.' },
  {
    key: 'role',
    label: 'Stands to it',
    kind: 'text',
    meaning: 'knows it, knows part of it, could learn it next, or knew it and is seldom here; or an AI agent, which is no person.',
  },
  {
    key: 'knows',
    label: 'Knows',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Probability of knowing what changes here, averaged over the files by expected work.',
  },
  {
    key: 'present',
    label: 'Here',
    kind: 'probability',
    meaning: 'Probability of still working here, from the person’s own rhythm and silence.',
  },
  { key: 'changes', label: 'Changes', kind: 'count', meaning: 'Commits here up to the moment judged.' },
  { key: 'reviews', label: 'Reviews', kind: 'count', meaning: 'Reviews here that git recorded.', detail: true },
  { key: 'last', label: 'Last', kind: 'date', meaning: 'Last change or review here.' },
];
