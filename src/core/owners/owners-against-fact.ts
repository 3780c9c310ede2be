import { type Codeowners, decidingPerSection, ruleTest } from '#core/areas/codeowners.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Days without an act after which a name is no longer one of those who work there. */
const QUIET = 365;
/** Share of the changes of a year from which on somebody works there in fact. */
const IN_FACT = 0.1;

/** What a file says, and what is known of those it names and of those who work there. */
export interface OwnersOrder {
  readonly codeowners: Codeowners;
  /** Living files. */
  readonly paths: readonly string[];
  /** What people did to them and reviewed there: any order. */
  readonly acts: readonly { readonly path: number; readonly person: PersonId; readonly at: Moment }[];
  /** People that a name in the file means, members of a team among them; null: no source knows it. */
  readonly meant: (named: string) => readonly PersonId[] | null;
  readonly hasLeft: (person: PersonId) => boolean;
  readonly at: Moment;
}

export interface OwnedRule {
  readonly line: number;
  readonly pattern: string;
  readonly named: readonly string[];
  readonly state: 'in use' | 'dead' | 'shadowed' | 'clearing';
  /** Living files that this rule decides. */
  readonly files: number;
  /** Names that no source knows, and names of whom nobody is here any more; as written. */
  readonly unknown: readonly string[];
  readonly left: readonly string[];
  /** People meant who are here, and those of them who did something there in the last year. */
  readonly people: readonly PersonId[];
  readonly active: readonly PersonId[];
  /** People with at least a tenth of what was done there in the last year, named or not; in no order. */
  readonly inFact: readonly PersonId[];
}

/**
 * # Owners as written, against who works there
 *
 * What it says: for each rule of a CODEOWNERS file whether it still decides anything, and whether those it names are those who work there.
 *
 * Formula: files of a rule = living files whose last matching rule it is, in each section by itself. People meant = those its names mean who have not left. Active = of them, who
 * changed or reviewed one of the rule's files in the last 365 days. In fact = who did at least a tenth of what was done to them in that time.
 *
 * Reading: a rule in use with nobody active is a signature without a reader; people in fact who are not named do the work without being asked.
 *
 * Source: R026 and R029: a static file is not ownership; format as GitHub documents CODEOWNERS.
 *
 * Weakness: reviews are known from trailers, or where a forge is connected; a rule for a symbolic link or a submodule alone is told as dead, because
 * those are no files here; whom a name means that nothing knows cannot be held against those who work there.
 */
export function ownersAgainstFact(order: OwnersOrder): readonly OwnedRule[] {
  const { codeowners, paths, acts, at } = order;
  const sections = decidingPerSection(codeowners, paths);
  const lately = acts.filter((act) => act.at <= at && act.at > at - QUIET * DAY);
  const byRule = Map.groupBy(
    sections.flatMap((rows) => lately.map((act) => ({ ...act, row: rows[act.path]! }))),
    ({ row }) => row,
  );
  const filesOf = new Map<number, number>();
  for (const rows of sections) for (const row of rows) filesOf.set(row, (filesOf.get(row) ?? 0) + 1);
  return codeowners.rules.map((rule, row) => {
    const files = filesOf.get(row) ?? 0;
    const meant = rule.named.map((named) => ({ named, people: order.meant(named) }));
    const people = [...new Set(meant.flatMap((one) => one.people ?? []).filter((person) => !order.hasLeft(person)))];
    const done = byRule.get(row) ?? [];
    const counts = Map.groupBy(done, ({ person }) => person);
    return {
      line: rule.line,
      pattern: rule.pattern,
      named: rule.named,
      state: stateOf(rule.named.length, files, () => paths.some(ruleTest(codeowners, rule))),
      files,
      unknown: meant.flatMap((one) => (one.people === null ? [one.named] : [])),
      left: meant.flatMap((one) => (one.people !== null && one.people.length > 0 && one.people.every(order.hasLeft) ? [one.named] : [])),
      people,
      active: people.filter((person) => counts.has(person)),
      inFact: [...counts].flatMap(([person, mine]) => (mine.length >= IN_FACT * done.length && !order.hasLeft(person) ? [person] : [])),
    };
  });
}

function stateOf(named: number, files: number, matches: () => boolean): OwnedRule['state'] {
  if (files === 0) return matches() ? 'shadowed' : 'dead';
  return named === 0 ? 'clearing' : 'in use';
}
