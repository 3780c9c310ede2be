import { deedsIn, lastSeen } from '#core/because/last-seen.ts';
import { numberWord } from '#core/because/number-words.ts';
import { type PathKnowing, pathKnowledge } from '#core/because/path-knowledge.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, percentOf, spanOf } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { commitRef } from '#core/because/commit-ref.ts';
import { envelope } from './envelope.ts';
import { landscapeOf } from './landscape-of.ts';
import { filesAt } from './path-files.ts';
import type { World } from './world.ts';

/** How somebody stands to a place, told by role. */
const ROLES = ['knows it', 'knows part of it', 'could learn it', 'knew it, silent now'] as const;
type Role = (typeof ROLES)[number];

export interface WhoValue {
  readonly path: string;
  readonly files: number;
  readonly roles: Readonly<Record<Role, number>>;
}

export interface WhoRow extends Row {
  readonly person: string;
  readonly role: Role;
  readonly knows: Estimate | null;
  readonly present: number | null;
  readonly changes: number | null;
  readonly reviews: number | null;
  readonly last: string | null;
}

/** Less than this is a trace, not a start. */
const TRACE = 0.1;
/** Most rows of evidence per person. */
const COMMITS = 4;

/** Who knows a file or folder, and who could learn it next: in alphabetical order, never by how much. */
export function answerWho(world: World, { path }: { readonly path: string }): Answer<WhoValue, WhoRow> {
  const files = filesAt(world.evidence, path);
  const people = answerPeople(world, files);
  const value = { path: path || '/', files: files.length, roles: people.roles };
  return envelope(world, {
    name: 'who',
    question: `Who knows ${path || 'this repository'}, and who could?`,
    value,
    reading: readingOf(value, people.others),
    columns: people.columns,
    rows: people.rows,
    because: people.because,
    method: { name: 'calibrated knowledge', version: '1' },
  });
}

export interface PeopleOfFiles {
  readonly columns: readonly Column[];
  readonly rows: readonly WhoRow[];
  readonly because: readonly Because[];
  readonly roles: WhoValue['roles'];
  /** People with less than a start. */
  readonly others: number;
}

/** The people around some files as rows: by name in alphabetical order on one's own machine, by role elsewhere. */
export function answerPeople(world: World, files: readonly number[]): PeopleOfFiles {
  const known = pathKnowledge(landscapeOf(world), files).filter((k) => world.evidence.people[k.person]!.kind === 'human');
  const told = known.map((knowing) => ({ knowing, role: roleOf(world, knowing) })).filter((one): one is Told => one.role !== undefined);
  const named = maySeeNames(world.viewer);
  const [rows, because] = named ? [namedRows(world, told, files), becauseOfPeople(world, told, files)] : [roleRows(told), []];
  return { columns: COLUMNS, rows, because, roles: countRoles(told), others: known.length - told.length };
}

interface Told {
  readonly knowing: PathKnowing;
  readonly role: Role;
}

function roleOf({ settings }: World, { knows, present }: PathKnowing): Role | undefined {
  const here = knows * present;
  if (here >= settings.carrierFrom) return 'knows it';
  if (here >= settings.stopsBelow) return 'knows part of it';
  if (knows >= settings.stopsBelow) return 'knew it, silent now';
  return here >= TRACE ? 'could learn it' : undefined;
}

function countRoles(told: readonly Told[]): Readonly<Record<Role, number>> {
  const count = (role: Role): number => told.filter((one) => one.role === role).length;
  return {
    'knows it': count('knows it'),
    'knows part of it': count('knows part of it'),
    'could learn it': count('could learn it'),
    'knew it, silent now': count('knew it, silent now'),
  };
}

function namedRows(world: World, told: readonly Told[], files: readonly number[]): readonly WhoRow[] {
  const inside = new Set(files);
  const deeds = deedsIn(world.evidence, (file) => inside.has(file), world.at);
  const rows = told.map(({ knowing, role }) => {
    const did = deeds.get(knowing.person);
    return {
      person: namePerson(world.evidence, knowing.person, world.viewer),
      role,
      knows: { value: knowing.knows, low: knowing.low, high: knowing.high, level: 0.9 },
      present: knowing.present,
      changes: did?.commits ?? 0,
      reviews: did?.reviews ?? 0,
      last: did ? dateOf(did.last) : null,
      because: `person:${knowing.person}`,
    };
  });
  return rows.sort((a, b) => alphabetical(a.person, b.person));
}

/** Where names may not be seen: one row for each role with how many there are. */
function roleRows(told: readonly Told[]): readonly WhoRow[] {
  const counts = countRoles(told);
  return ROLES.filter((role) => counts[role] > 0).map((role) => ({
    person: counted(counts[role], 'person', 'people'),
    role,
    knows: null,
    present: null,
    changes: null,
    reviews: null,
    last: null,
  }));
}

function readingOf({ path, files, roles }: WhoValue, others: number): string {
  const n = (role: Role): number => roles[role];
  const carried =
    n('knows it') === 0
      ? 'nobody here knows it as a whole'
      : `${numberWord(n('knows it'))} ${n('knows it') === 1 ? 'person knows' : 'people know'} it`;
  const parts = [
    carried,
    n('knows part of it') ? `${numberWord(n('knows part of it'))} ${n('knows part of it') === 1 ? 'knows' : 'know'} part of it` : '',
    n('could learn it') ? `${numberWord(n('could learn it'))} could learn it next` : '',
    n('knew it, silent now')
      ? `${numberWord(n('knew it, silent now'))} knew it and ${n('knew it, silent now') === 1 ? 'is' : 'are'} silent now`
      : '',
  ].filter(Boolean);
  const place = files > 1 ? `${path} (${counted(files, 'file')})` : path;
  return `${place}: ${parts.join('; ')}.${others > 0 ? ` ${counted(others, 'other')} left only a trace.` : ''} In alphabetical order.`;
}

function becauseOfPeople(world: World, told: readonly Told[], files: readonly number[]): readonly Because[] {
  const inside = new Set(files);
  const seen = lastSeen(world.evidence, world.at);
  const commits = newestOf(world, inside);
  return told.map(({ knowing, role }) => ({
    id: `person:${knowing.person}`,
    claim: `${namePerson(world.evidence, knowing.person, world.viewer)} ${role}: ${percentOf(knowing.knows)} likely to know what changes here, ${percentOf(knowing.present)} likely to be here.`,
    formula:
      'P(knows) of each file from first authorship, own changes, reviews, changes by others since, time since, size and sibling files (knowledge/1), averaged over the files by the work expected on each; P(present) from the person’s own rhythm and silence (presence/1)',
    inputs: [
      { name: 'knows', value: percentOf(knowing.knows) },
      { name: 'present', value: percentOf(knowing.present) },
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
    meaning: 'knows it, knows part of it, could learn it next, or knew it and has been silent.',
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
