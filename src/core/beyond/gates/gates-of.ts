import { type Codeowners, decidingPerSection, findCodeowners } from '#core/areas/codeowners.ts';
import type { DeclaringText } from '#core/areas/declared.ts';
import { FLOOR } from '#core/cohorts/cohort.ts';
import { ACT_KINDS } from '#core/evidence/evidence.ts';
import { isHeld } from '#core/facets/facet-verdict.ts';
import { type BranchRules, type MergeDeadlock, mergeDeadlocks } from '#core/owners/merge-deadlocks.ts';
import { type OwnedRule, ownersAgainstFact } from '#core/owners/owners-against-fact.ts';
import type { BranchRule, Scene, SceneRight } from '#core/scene/scene.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
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
  readonly deadlocks: readonly MergeDeadlock[];
  readonly branch: BranchRules;
  /** No source tells the rules of the branch: taken to ask for one approval, by somebody named. */
  readonly assumed: boolean;
  readonly away: ReadonlySet<PersonId>;
}

const ASSUMED: BranchRules = { approvals: 1, codeOwners: true, administratorsToo: true };
/** Days after which somebody who changed nothing is no longer expected to. */
const QUIET = 365;

/** One for each repository that has such a file. */
export function gatesOf(order: GatesOrder): readonly Gates[] {
  const { texts } = order;
  const away = { said: whoIsAway(order), known: knownAway(order) };
  return texts.flatMap((own, repository): Gates[] => {
    const codeowners = findCodeowners(own);
    return codeowners === undefined ? [] : [gatesIn(order, { repository, codeowners, own, away })];
  });
}

/** Those whom a calendar or a list has away on one of the days. */
function knownAway({ scene, window }: GatesOrder): readonly PersonId[] {
  return scene.absences.flatMap(({ person, from, to }) => (from < window.to && to > window.from ? [person] : []));
}

/** Those stated, and those who have left. */
function whoIsAway({ scene, away, window }: GatesOrder): readonly PersonId[] {
  return [
    ...new Set([...away, ...scene.people.flatMap(({ id, leftAt }) => ((leftAt ?? Number.POSITIVE_INFINITY) < window.to ? [id] : []))]),
  ];
}

interface InRepository {
  readonly repository: number;
  readonly codeowners: Codeowners;
  readonly own: readonly DeclaringText[];
  readonly away: { readonly said: readonly PersonId[]; readonly known: readonly PersonId[] };
}

function gatesIn(order: GatesOrder, { repository, codeowners, own, away: { said, known } }: InRepository): Gates {
  const { scene, world, handles, held, names, area } = order;
  const meant = whomNamesMean({ evidence: world.evidence, handles }, scene, codeowners);
  const { paths, areas, acts, authors } = workedIn(order, repository);
  const found = ownersAgainstFact({ codeowners, paths, acts, meant, hasLeft: hasLeftBy(scene), at: scene.at });
  const hidden = rulesOver(codeowners, paths, (path) => held.has(areas[path] ?? ''));
  const meantHere = area === undefined ? undefined : rulesOver(codeowners, paths, (path) => areas[path] === area);
  const rules = found.filter((_, row) => !hidden.has(row) && (meantHere?.has(row) ?? true));
  const branchRule = trunkRule(scene, repository);
  const branch = branchRule ?? ASSUMED;
  const optional = new Set(codeowners.rules.flatMap(({ line, optional: is }) => (is === true ? [line] : [])));
  const judged = rules.flatMap(({ line, pattern, files, named, unknown }) => {
    const people = [...new Set(named.flatMap((name) => meant(name) ?? []))];
    return unknown.length > 0 || optional.has(line) ? [] : [{ line, pattern, files, people }];
  });
  const approvers = approversIn(scene, { repository, branchRule, others: [...found.flatMap(({ people }) => people), ...authors] });
  const gate = { branch, approvers, administrators: holders(scene, repository, ['administer']), authors };
  const isTold = ({ people }: { readonly people: readonly PersonId[] }): boolean =>
    names || Math.min(people.length, approvers.length, authors.length) >= FLOOR;
  const away = new Set([...said, ...known]);
  const deadlocks = [
    ...mergeDeadlocks({ ...gate, rules: judged.filter(isTold), away }),
    ...mergeDeadlocks({ ...gate, rules: judged.filter((rule) => !isTold(rule)), away: new Set(said) }),
  ];
  const { text } = own.find(({ path }) => path === codeowners.path)!;
  return { repository, codeowners, text, rules, deadlocks, branch, assumed: branchRule === undefined, away: names ? away : new Set(said) };
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

/** Who may write, as rights say; where none are known, or the rule keeps merging to a few, also everybody named and everybody who works there. */
function approversIn(
  scene: Scene,
  {
    repository,
    branchRule,
    others,
  }: { readonly repository: number; readonly branchRule: BranchRule | undefined; readonly others: readonly PersonId[] },
): readonly PersonId[] {
  const held = holders(scene, repository, ['merge', 'administer']);
  const known = held.length > 0 && (branchRule?.allowed ?? null) === null;
  return known ? held : [...new Set([...held, ...others])];
}
