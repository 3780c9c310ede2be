import { FLOOR } from '#core/cohorts/cohort.ts';
import type { OwnedRule } from '#core/owners/owners-against-fact.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Column, Row } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { World } from '#core/world/world.ts';
import { countWord } from './facet-rows.ts';
import type { DeadlockInDays } from './gates/deadlocks-in-days.ts';
import type { Gates } from './gates/gates-of.ts';
import { fittingFor } from './gates/patch-that-helps.ts';

/** One rule of a CODEOWNERS file, against what is there. */
export interface OwnerRow extends Row {
  readonly repository: string;
  readonly line: number;
  readonly pattern: string;
  readonly state: OwnedRule['state'];
  readonly files: number;
  /** Names as written; people known by them who are here; of those, who did something there in a year: null where that would speak of fewer than the floor. */
  readonly named: number;
  readonly here: number;
  readonly active: number | null;
  /** Names of whom nobody is here any more, and names that nothing here knows: where names may not be seen, how many. */
  readonly left: readonly string[];
  readonly unknown: readonly string[];
  /** Who works there in fact and is none of those whom a name is known to mean: where names may not be seen, whether one, two or more. */
  readonly unnamed: readonly string[];
  readonly gate: string;
  /** Of those who work there in fact and are not named, how many are here and could be: nobody, one, two, more; null where nothing is stuck for want of a name. */
  readonly fits: string | null;
  readonly because: string;
}

/** What is told of somebody in a row: their name or their number, as policy lets whoever asks see it. */
export interface Tellers {
  readonly world: World;
  /** The world with names that the file is held against. */
  readonly known: World;
  /** Names; asked for only where they may be seen. */
  readonly nameOf: (person: PersonId) => string;
}

export function ownerRows({ world, known, nameOf }: Tellers, gates: Gates): readonly OwnerRow[] {
  const { repositories } = known.evidence;
  const names = maySeeNames(world.viewer);
  const words = (list: readonly string[]): readonly string[] => (names || list.length === 0 ? list : [counted(list.length, 'name')]);
  const people = (list: readonly PersonId[]): readonly string[] => {
    if (!names) return list.length === 0 ? [] : [countWord(list.length)];
    return list.map(nameOf).toSorted(alphabetical);
  };
  const stuck = Map.groupBy(gates.deadlocks, ({ line }) => line);
  return gates.rules.map((rule) => ({
    repository: repositories[gates.repository]!.name,
    line: rule.line,
    pattern: rule.pattern,
    state: rule.state,
    files: rule.files,
    named: rule.named.length,
    here: rule.people.length,
    active: names || tellsActive(rule) ? rule.active.length : null,
    left: words(rule.left),
    unknown: words(rule.unknown),
    unnamed: people(rule.inFact.filter((person) => !rule.people.includes(person))),
    gate: gateOf(rule, stuck.get(rule.line) ?? [], (person) => (names ? nameOf(person) : 'one person')),
    fits: fitsWord(rule, stuck.get(rule.line) ?? [], gates),
    because: 'gates',
  }));
}

/** What the named did there is a figure about them: it is told of the floor and more. */
export function tellsActive({ people }: Pick<OwnedRule, 'people'>): boolean {
  return people.length === 0 || people.length >= FLOOR;
}

function fitsWord(rule: OwnedRule, deadlocks: readonly DeadlockInDays[], gates: Gates): string | null {
  return deadlocks.some(({ why }) => why === 'named') ? countWord(fittingFor(rule, gates).length) : null;
}

/** Whether work there gets through: by the rule as written, the rules of the branch, and who is away. */
function gateOf(rule: OwnedRule, deadlocks: readonly DeadlockInDays[], nameOf: (person: PersonId) => string): string {
  const [first] = deadlocks;
  if (!isGate(rule)) return '';
  if (rule.unknown.length > 0) return 'not judged';
  if (first === undefined) return 'open';
  const who = first.stuck === 'everybody' ? 'stuck' : `stuck for ${saidOf(deadlocks, nameOf)}`;
  return `${who}${first.byOverride ? ', but for an override' : ''}${saidDays(deadlocks)}`;
}

/** Whether a change can touch it, and it names anybody at all. */
function isGate({ files, named }: OwnedRule): boolean {
  return files > 0 && named.length > 0;
}

/** Rules under which nobody could approve a change, but on some of the days alone. */
export function stuckOnSomeDays({ rules, deadlocks }: Gates): number {
  const byLine = Map.groupBy(deadlocks, ({ line }) => line);
  return rules.filter((rule) => {
    const own = byLine.get(rule.line) ?? [];
    return isGate(rule) && rule.unknown.length === 0 && own[0]?.stuck === 'everybody' && isOnSomeDays(own);
  }).length;
}

/** Of those who are stuck alike, nobody is on all of the days. */
function isOnSomeDays(deadlocks: readonly DeadlockInDays[]): boolean {
  return deadlocks.every(({ stuck, days }) => stuck !== deadlocks[0]!.stuck || days !== null);
}

/** So many times are said; of more, how many. */
const TIMES = 3;

/** When, where it is not all of the days. */
export function saidDays(deadlocks: readonly DeadlockInDays[]): string {
  const [first, ...more] = deadlocks;
  if (first === undefined || first.days === null || !isOnSomeDays(deadlocks)) return '';
  const times = first.days.map(({ from, to }) => {
    const [begin, end] = [dateOf(from), dateOf(to - 1)];
    return begin === end ? begin : `${begin} to ${end}`;
  });
  const said = times.length > TIMES ? `${times.slice(0, TIMES).join(', ')} and ${times.length - TIMES} times more` : listed(times);
  return `, on ${said}${more.some(({ stuck }) => stuck === first.stuck) ? ' or other days' : ''}`;
}

function saidOf(deadlocks: readonly DeadlockInDays[], nameOf: (person: PersonId) => string): string {
  const named = deadlocks.flatMap(({ person }) => (person === null ? [] : [nameOf(person)])).toSorted(alphabetical);
  return named.length === 1 ? named[0]! : counted(named.length, 'person', 'people');
}

/** Of people whom the history does not know, a source gives an account. */
export function tellerOf(world: World, known: World, accounts: ReadonlyMap<PersonId, string>): Tellers {
  const nameOf = (person: PersonId): string =>
    person < known.evidence.people.length ? namePerson(known.evidence, person, world.viewer) : (accounts.get(person) ?? 'somebody');
  return { world, known, nameOf };
}

export const OWNER_COLUMNS: readonly Column[] = [
  { key: 'repository', label: 'Repository', kind: 'text', meaning: 'Where the file is.', detail: true },
  { key: 'line', label: 'Line', kind: 'count', meaning: 'Line of the file.' },
  { key: 'pattern', label: 'Paths', kind: 'text', meaning: 'As the file writes them.' },
  {
    key: 'state',
    label: 'State',
    kind: 'text',
    meaning:
      'In use; dead: matches no file (symbolic links and submodules are not looked at); shadowed: later rules decide all it matches; clearing: names nobody.',
  },
  { key: 'files', label: 'Files', kind: 'count', meaning: 'Files that it decides.' },
  { key: 'named', label: 'Named', kind: 'count', meaning: 'Names that it gives, of people and teams.' },
  { key: 'here', label: 'Here', kind: 'count', meaning: 'People meant who have not left.' },
  { key: 'active', label: 'Active', kind: 'count', meaning: 'Of those, who changed or reviewed one of the files in a year.' },
  { key: 'left', label: 'Left', kind: 'list', meaning: 'Names of whom nobody is here any more.' },
  { key: 'unknown', label: 'Unknown', kind: 'list', meaning: 'Names that neither the history nor a connected source knows.' },
  {
    key: 'unnamed',
    label: 'In fact',
    kind: 'list',
    meaning: 'Who did a tenth or more of what was done there in a year, and is none of those known by the names of the rule.',
  },
  { key: 'gate', label: 'Gate', kind: 'text', meaning: 'Whether changes there can be approved in these days, and for whom not.' },
  {
    key: 'fits',
    label: 'Could be named',
    kind: 'text',
    meaning: 'Where a name is missing: how many work there in fact and are here. Nobody, one, two, more.',
    detail: true,
  },
];
