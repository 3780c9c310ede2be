import { JOIN_KINDS, JOIN_RULES, type Join, type JoinKind, reasonOf } from '#core/joins/join-rules.ts';
import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf } from '#core/terms/figures.ts';

/** A join and what its source calls it beside its handle; null where it says nothing. */
type NamedJoin = Join & { readonly fromName: string | null };

interface JoinRow extends Row {
  readonly kind: string;
  readonly from: string;
  readonly called: string | null;
  readonly to: string;
}

/** What a list of them may be narrowed to. */
export const KINDS_OF_JOINS = Object.keys(JOIN_KINDS) as readonly JoinKind[];

/** Joins of a scene as an answer, in the order of kinds, then of names: never of people by anything they did. */
export function answerJoins(joins: readonly NamedJoin[], now: number): Answer<Readonly<Record<Join['state'], number>>, JoinRow> {
  const of = (state: Join['state']): number => joins.filter((one) => one.state === state).length;
  const value = { guessed: of('guessed'), suggested: of('suggested'), confirmed: of('confirmed'), rejected: of('rejected') };
  return {
    schema: 'understudy/joins/1',
    question: 'Who is who and what is where in what other sources tell?',
    value,
    reading: `${counted(value.guessed, 'guess', 'guesses')} in use, ${countOf(value.confirmed)} confirmed, ${countOf(value.rejected)} rejected, ${countOf(value.suggested)} only suggested.`,
    columns: COLUMNS,
    rows: joins.map(rowOf).toSorted((a, b) => (`${a.kind} ${a.from} ${a.to}` < `${b.kind} ${b.from} ${b.to}` ? -1 : 1)),
    because: [],
    method: { name: 'joins by rule, people have the last word', version: '1', settings: {} },
    asOf: { at: new Date(now).toISOString(), heads: [] },
    leftOut: [],
    notJudged: [],
  };
}

function rowOf(join: NamedJoin): JoinRow & { readonly confidence: number; readonly reason: string; readonly state: string } {
  const { kind, from, fromName, to, rule, state } = join;
  return {
    kind,
    from,
    called: fromName === from ? null : fromName,
    to,
    state,
    confidence: JOIN_RULES[rule].confidence,
    reason: reasonOf(join, true),
  };
}

const COLUMNS: Answer['columns'] = [
  { key: 'kind', label: 'Kind', kind: 'text', meaning: 'What is joined: a person, a repository, an area, a runbook, a team.' },
  { key: 'from', label: 'Name at the source', kind: 'text', meaning: 'Its handle at the source, as --confirm and --reject take it.' },
  { key: 'called', label: 'Called', kind: 'text', meaning: 'What the source calls it beside that.' },
  { key: 'to', label: 'Taken for', kind: 'text', meaning: 'Who or what it is here.' },
  { key: 'state', label: 'State', kind: 'text', meaning: 'Guessed and confirmed are used; suggested and rejected are not.' },
  { key: 'confidence', label: 'Confidence', kind: 'number', detail: true, meaning: 'How sure the rule is.' },
  { key: 'reason', label: 'Why', kind: 'text', wraps: true, meaning: 'The rule in a sentence.' },
];
