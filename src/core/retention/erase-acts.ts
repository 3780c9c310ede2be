import type { Evidence, EvidenceActs, PersonRecord } from '#core/evidence/evidence.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What is taken out of an evidence, and the words in which that is counted. */
interface Erasure {
  readonly goes: (act: { readonly person: PersonId; readonly at: Moment }) => boolean;
  readonly what: string;
  readonly why: string;
}

/** Everything of these people: their words, their acts and which commits were theirs. Files and areas stay. Doing it twice changes nothing. */
export function erasePeople(evidence: Evidence, people: readonly PersonId[]): Evidence {
  const gone = new Set(people.filter((person) => !isBlank(evidence.people[person]!)));
  if (gone.size === 0) return evidence;
  const erased = withoutActs(evidence, {
    goes: ({ person }) => gone.has(person),
    what: 'acts of people whose data were erased',
    why: 'They asked for it, or the agreement says so.',
  });
  return {
    ...erased,
    people: erased.people.map((record, row) => (gone.has(row) ? blank(record) : record)),
    merges: evidence.merges?.filter(({ person }) => !gone.has(person)) ?? [],
  };
}

/** Acts from before a moment, whoever's they are: what is past its term. */
export function retireActs(evidence: Evidence, before: Moment): Evidence {
  return withoutActs(evidence, {
    goes: ({ at }) => at < before,
    what: 'acts past their term',
    why: `What was done before ${dateOf(before)} is past its term: it is counted here, by area and month as far as five people or more did it, and weighs in no figure. The command on one’s own machine keeps no term: its figures rest on all of it, and usually find more carried.`,
  });
}

const ERASED = 'erased';

/** No word is left, and no house; the row stays, because every column points at rows. */
function blank({ kind }: PersonRecord): PersonRecord {
  return { name: ERASED, names: [], emails: [], kind, houses: [] };
}

function isBlank({ name, names, emails }: PersonRecord): boolean {
  return name === ERASED && names.length + emails.length === 0;
}

/** Acts that go are counted as left out; commits of theirs belong to nobody in particular afterwards. */
function withoutActs(evidence: Evidence, { goes, what, why }: Erasure): Evidence {
  const { acts, commits } = evidence;
  const nobody = rowOfNobody(evidence.people);
  const stays = Array.from({ length: acts.count }, (_, row) => !goes({ person: acts.person[row]!, at: acts.at[row]! }));
  const touched = Array.from(commits.author, (person, row) => person !== nobody && goes({ person, at: commits.at[row]! }));
  const count = stays.filter((stay) => !stay).length;
  if (count === 0 && !touched.includes(true)) return evidence;
  return {
    ...evidence,
    people: nobody === evidence.people.length ? [...evidence.people, NOBODY] : evidence.people,
    commits: { ...commits, author: commits.author.map((author, row) => (touched[row] ? nobody : author)) },
    acts: kept(acts, stays),
    leftOut: count === 0 ? evidence.leftOut : [...evidence.leftOut, { what, count, unit: 'acts', why }],
  };
}

/** One row for all of them together; no person, so that no formula takes it for one. */
const NOBODY: PersonRecord = { name: 'nobody in particular', names: [], emails: [], kind: 'bot', houses: [] };

function rowOfNobody(people: readonly PersonRecord[]): number {
  const row = people.findIndex(({ name, kind, emails }) => name === NOBODY.name && kind === NOBODY.kind && emails.length === 0);
  return row < 0 ? people.length : row;
}

function kept(acts: EvidenceActs, stays: readonly boolean[]): EvidenceActs {
  const only = <Column extends Uint32Array | Uint8Array | Float32Array>(column: Column): Column =>
    column.filter((_: number, row: number) => stays[row]!) as Column;
  return {
    count: stays.filter(Boolean).length,
    at: only(acts.at),
    commit: only(acts.commit),
    file: only(acts.file),
    person: only(acts.person),
    kind: only(acts.kind),
    credit: only(acts.credit),
    flags: only(acts.flags),
  };
}
