import { type Codeowners, type CodeownersDialect, decidingPerSection, findCodeowners, parseCodeowners } from '#core/areas/codeowners.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import { FLOOR } from '#core/cohorts/cohort.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import { isHeld } from '#core/facets/facet-verdict.ts';
import type { BranchRules, DeadlockOrder, RuleAtGate } from '#core/owners/merge-deadlocks.ts';
import { neededNames } from '#core/owners/needed-names.ts';
import { type OwnedRule, ownersAgainstFact } from '#core/owners/owners-against-fact.ts';
import type { BranchRule, Scene, SceneRight } from '#core/scene/scene.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import { type AwayStretch, awayByDay } from './away-by-day.ts';
import { type DeadlockInDays, deadlocksInDays } from './deadlocks-in-days.ts';
import { whomNamesMean } from './whom-names-mean.ts';

/** A scene with everything that a file of owners is held against. Holds names. */
export interface GatesOrder {
  readonly scene: Scene;
  /** That the scene was built on, with names and with all of its areas. */
  readonly world: World;
  readonly handles: ReadonlyMap<string, PersonId>;
  /** Declaring texts of each repository. */
  readonly texts: readonly (readonly DeclaringText[])[];
  readonly held: ReadonlySet<string>;
  /** Only rules that decide a file of this area; absent: all. */
  readonly area?: string | undefined;
  /** Who is away as stated; known absences in the window come to them. */
  readonly away: readonly PersonId[];
  readonly window: Window;
  /** Names may be seen. Where not, absences that only a calendar knows count for rules of the floor and more alone: a gate would else say who is away when. */
  readonly names: boolean;
}

/** A file of owners, held against who works there and who is away. Holds people: what leaves is counted or named by policy. */
export interface Gates {
  readonly repository: number;
  readonly codeowners: Codeowners;
  readonly text: string;
  /** Without those that speak of an area that is held back. */
  readonly rules: readonly OwnedRule[];
  readonly deadlocks: readonly DeadlockInDays[];
  /** The same, if the file were written so. */
  readonly deadlocksOf: (text: string) => readonly DeadlockInDays[];
  /** Whose approval a rule could ask for; null: of nobody it is known that they may not write. */
  readonly writers: ReadonlySet<PersonId> | null;
  readonly branch: BranchRules;
  /** No source tells the rules of the branch: taken to ask for one approval, by somebody named. */
  readonly assumed: boolean;
  /** On one of the days at least. */
  readonly away: ReadonlySet<PersonId>;
}

const ASSUMED: BranchRules = { approvals: 1, codeOwners: true, administratorsToo: true };
/** Days after which somebody who changed nothing is no longer expected to. */
const QUIET = 365;

/** One for each repository that has such a file. */
export function gatesOf(order: GatesOrder): readonly Gates[] {
  const { texts } = order;
  const away = daysAway(order);
  return texts.flatMap((own, repository): Gates[] => {
    const codeowners = findCodeowners(own);
    return codeowners === undefined ? [] : [gatesIn(order, { repository, codeowners, own, away })];
  });
}

interface DaysAway {
  /** Those stated, and those who have left. */
  readonly said: readonly AwayStretch[];
  /** Those as well whom a calendar or a list has away. */
  readonly known: readonly AwayStretch[];
}

function daysAway({ scene, away, window }: GatesOrder): DaysAway {
  const gone = scene.people.flatMap(({ id, leftAt = Number.POSITIVE_INFINITY }) =>
    leftAt < window.to ? [{ person: id, from: leftAt <= scene.at ? window.from : leftAt, to: window.to }] : [],
  );
  return { said: awayByDay(window, away, gone), known: awayByDay(window, away, [...gone, ...scene.absences]) };
}

interface InRepository {
  readonly repository: number;
  readonly codeowners: Codeowners;
  readonly own: readonly DeclaringText[];
  readonly away: DaysAway;
}

function gatesIn(order: GatesOrder, { repository, codeowners, own, away }: InRepository): Gates {
  const { scene, world, handles, held, names, area, window } = order;
  const meant = whomNamesMean({ evidence: world.evidence, handles }, scene, codeowners);
  const { paths, areas, acts, authors } = workedIn(order, repository);
  const found = ownersAgainstFact({ codeowners, paths, acts, meant, hasLeft: hasLeftBy(scene), at: scene.at });
  const hidden = rulesOver(codeowners, paths, (path) => held.has(areas[path] ?? ''));
  const meantHere = area === undefined ? undefined : rulesOver(codeowners, paths, (path) => areas[path] === area);
  const rules = found.filter((_, row) => !hidden.has(row) && (meantHere?.has(row) ?? true));
  const branchRule = trunkRule(scene, repository);
  const branch = branchRule ?? ASSUMED;
  const { dialect } = codeowners;
  const writers = writersIn(scene, { repository, dialect, branchRule });
  const approvers = writers ?? [
    ...new Set([...holders(scene, repository, ['merge', 'administer']), ...found.flatMap(({ people }) => people), ...authors]),
  ];
  const heard = dialect === 'github' && writers !== null ? new Set(writers) : null;
  const gate = { branch, approvers, authors, waives: dialect !== 'github', administrators: administratorsOf(scene, repository, dialect) };
  const deadlocksOf = (text: string): readonly DeadlockInDays[] => {
    const judged = rulesAtGate(parseCodeowners({ path: codeowners.path, text }, dialect), { rules, meant, heard });
    const isTold = ({ people }: RuleAtGate): boolean => names || Math.min(people.length, approvers.length, authors.length) >= FLOOR;
    return [
      ...deadlocksInDays({ ...gate, rules: judged.filter(isTold) }, away.known, window),
      ...deadlocksInDays({ ...gate, rules: judged.filter((rule) => !isTold(rule)) }, away.said, window),
    ];
  };
  const { text } = own.find(({ path }) => path === codeowners.path)!;
  const gone = new Set((names ? away.known : away.said).flatMap((one) => [...one.away]));
  const assumed = branchRule === undefined;
  return { repository, codeowners, text, rules, deadlocks: deadlocksOf(text), deadlocksOf, writers: heard, branch, assumed, away: gone };
}

/** Rules that can be judged, as the host holds a change against them. Whom it does not hear is nobody to it. */
function rulesAtGate(
  codeowners: Codeowners,
  {
    rules,
    meant,
    heard,
  }: {
    readonly rules: readonly OwnedRule[];
    readonly meant: (named: string) => readonly PersonId[] | null;
    readonly heard: ReadonlySet<PersonId> | null;
  },
): DeadlockOrder['rules'] {
  const needed = neededNames(codeowners);
  const files = new Map(rules.map((rule) => [rule.line, rule.files]));
  return codeowners.rules.flatMap((rule): RuleAtGate[] => {
    const people = rule.named.map(meant);
    if (!files.has(rule.line) || people.includes(null)) return [];
    const { line, pattern } = rule;
    const named = [...new Set(people.flatMap((rows) => rows ?? []))].filter((person) => heard?.has(person) ?? true);
    return [{ line, pattern, files: files.get(line)!, people: named, needed: needed(rule) }];
  });
}

function hasLeftBy({ people, at }: Scene): (person: PersonId) => boolean {
  return (person) => (people[person]?.leftAt ?? Number.POSITIVE_INFINITY) <= at;
}

interface WorkedIn {
  readonly paths: readonly string[];
  /** Id of the area of each path. */
  readonly areas: readonly (string | undefined)[];
  readonly acts: readonly { readonly path: number; readonly person: PersonId; readonly at: Moment }[];
  readonly authors: readonly PersonId[];
}

/** What humans did in a year to the files that a repository has now. */
function workedIn({ scene, world: { evidence, partition } }: GatesOrder, repository: number): WorkedIn {
  const { files, acts, people } = evidence;
  const row = new Int32Array(files.count).fill(-1);
  const [paths, areas]: [string[], (string | undefined)[]] = [[], []];
  for (let file = 0; file < files.count; file++) {
    if (files.repository[file] !== repository || files.alive[file] !== 1) continue;
    row[file] = paths.push(files.path[file]!) - 1;
    areas.push(partition.areas[partition.ofFile[file]!]?.id);
  }
  const done: WorkedIn['acts'][number][] = [];
  const authors = new Set<PersonId>();
  for (let i = 0; i < acts.count; i++) {
    const [path, person, at] = [row[acts.file[i]!]!, acts.person[i]!, acts.at[i]!];
    if (path < 0 || at > scene.at || at <= scene.at - QUIET * DAY || people[person]!.kind !== 'human') continue;
    done.push({ path, person, at });
    if (ACT_KINDS[acts.kind[i]!] === 'authored') authors.add(person);
  }
  return { paths, areas, acts: done, authors: [...authors] };
}

/** Rules that decide one of these paths at least. */
function rulesOver(codeowners: Codeowners, paths: readonly string[], isMeant: (path: number) => boolean): ReadonlySet<number> {
  const meant = paths.filter((_, path) => isMeant(path));
  return new Set(meant.length === 0 ? [] : decidingPerSection(codeowners, meant).flatMap((rows) => [...rows]));
}

const TRUNK = /^(?:main|master|trunk|default|\*|~DEFAULT_BRANCH|refs\/heads\/(?:main|master))$/;

/** The newest rule of the branch that everything goes to. */
function trunkRule({ branchRules = [] }: Scene, repository: number): BranchRule | undefined {
  return branchRules.filter((one) => one.repository === repository && TRUNK.test(one.branch)).toSorted((a, b) => b.at - a.at)[0];
}

function holders({ rights, areas, at }: Scene, repository: number, wanted: readonly SceneRight['right'][]): readonly PersonId[] {
  const held = rights.filter((one) => wanted.includes(one.right) && areas[one.area]?.repository === repository && isHeld(one, at));
  return [...new Set(held.map(({ person }) => person))];
}

/**
 * Who may write, as rights say; null where none are known, or the rule keeps merging to a few, or the host tells rights of those who merge alone and
 * others approve as well.
 */
function writersIn(
  scene: Scene,
  {
    repository,
    dialect,
    branchRule,
  }: { readonly repository: number; readonly dialect: CodeownersDialect; readonly branchRule: BranchRule | undefined },
): readonly PersonId[] | null {
  const held = holders(scene, repository, ['merge', 'administer']);
  return held.length === 0 || dialect === 'gitlab' || (branchRule?.allowed ?? null) !== null ? null : held;
}

/** Who may pass the rules of a branch: on GitLab nobody goes round approvals. */
function administratorsOf(scene: Scene, repository: number, dialect: CodeownersDialect): readonly PersonId[] {
  return dialect === 'gitlab' ? [] : holders(scene, repository, ['administer']);
}
