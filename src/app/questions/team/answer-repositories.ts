import type { Answer, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted } from '#core/terms/figures.ts';
import { dateOf, minuteOf } from '#core/terms/moment.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { VERDICTS } from '#core/terms/verdict.ts';
import type { Database } from '#store/database/database.ts';
import { heldFromOthers, type HeldFromOthers } from '#store/privacy/findings.ts';
import type { SourceStanding } from '#store/team/summaries.ts';
import { isWithout, standings } from '#store/team/summaries.ts';

export interface RepositoriesAsked {
  /** Milliseconds since epoch. */
  readonly now: number;
  readonly mode: Mode;
}

interface RepositoryRow extends Row {
  readonly repository: string;
  readonly id: string;
  readonly carried: Estimate | null;
}

export interface RepositoriesValue {
  readonly repositories: number;
  /** Those with enough history to be judged. */
  readonly judged: number;
  /** Areas of all of them together. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** How every repository stands, each by itself and in alphabetical order, from what its worker summed up at the end of its scan. */
export async function answerRepositories(
  database: Database,
  { now, mode }: RepositoriesAsked,
): Promise<Answer<RepositoriesValue, RepositoryRow>> {
  const [every, held] = await Promise.all([standings(database), mode === 'solo' ? NOTHING_HELD : heldFromOthers(database.query, now)]);
  const all = every
    .map((one) => soFar(one, held.get(one.id) ?? []))
    .sort((a, b) => alphabetical(a.name, b.name) || alphabetical(a.id, b.id));
  const value = valueOf(all);
  return {
    schema: 'understudy/repositories/1',
    question: 'How does every repository stand, if any one person were away?',
    value,
    reading: readingOf(value, all, lastOf(held)),
    columns: COLUMNS,
    rows: all.map((one) => rowOf(one, held.get(one.id)?.length ?? 0)),
    because: [],
    method: { name: 'worst single absence, each repository by itself', version: '1', settings: {} },
    asOf: {
      at: new Date(now).toISOString(),
      heads: all.flatMap(({ name, head }) => (head === undefined ? [] : [{ repository: name, head }])),
    },
    leftOut: heldOf(held),
    notJudged: notJudgedOf(all, held),
  };
}

function valueOf(all: readonly SourceStanding[]): RepositoriesValue {
  const count = (verdict: Verdict): number => all.reduce((sum, { standing }) => sum + (standing?.verdicts[verdict] ?? 0), 0);
  return {
    repositories: all.length,
    judged: all.filter(({ standing }) => standing !== undefined && standing.northStar !== null).length,
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as RepositoriesValue['verdicts'],
  };
}

function rowOf({ id, name, commits, scannedAt, standing, judgedAt }: SourceStanding, withheld: number): RepositoryRow {
  return {
    repository: name,
    carried: standing?.northStar ?? null,
    stops: standing?.verdicts.stops ?? null,
    degrades: standing?.verdicts.degrades ?? null,
    moves: standing?.verdicts.moves ?? null,
    notJudged: standing?.verdicts['not judged'] ?? null,
    judged: judgedAt === undefined ? null : dateOf(judgedAt),
    read: scannedAt === undefined ? null : minuteOf(scannedAt / 1000),
    commits,
    withheld,
    id,
  };
}

function readingOf({ repositories, judged, verdicts }: RepositoriesValue, all: readonly SourceStanding[], last: string | null): string {
  if (repositories === 0) return 'Nothing is read yet: add a source.';
  const later = last === null ? '' : ` More is shown by ${last} at the latest; whom it concerns looks first.`;
  if (judged === 0) return `None of ${counted(repositories, 'repository', 'repositories')} can be judged yet.${later}`;
  const stopping = all.filter(({ standing }) => (standing?.verdicts.stops ?? 0) > 0).length;
  const where = stopping === 0 ? 'no area would stop' : `${counted(verdicts.stops, 'area')} in ${stopping} of them would stop`;
  return `Of ${counted(judged, 'judged repository', 'judged repositories')}, ${where} in the single absence that hurts each most.${later}`;
}

type Held = ReadonlyMap<string, readonly HeldFromOthers[]>;
const NOTHING_HELD: Held = new Map();

/**
 * Figures over a whole source speak of its areas too: while some are held back, those of the rest are told, and none where
 * a worker has not summed up exactly that rest yet.
 */
function soFar(one: SourceStanding, held: readonly HeldFromOthers[]): SourceStanding {
  if (held.length === 0 || one.standing === undefined) return one;
  const areas = held.map(({ area }) => area);
  return {
    ...one,
    standing: isWithout(one.standing, areas) ? { people: one.standing.people, ...one.standing.soFar!.standing } : undefined,
  };
}

/** The day by which everything may be seen; null where nothing is held back. */
function lastOf(held: Held): string | null {
  const until = [...held.values()].flat().map(({ from }) => from);
  return until.length === 0 ? null : dateOf(Math.max(...until) / 1000);
}

function heldOf(held: Held): Answer['leftOut'] {
  const areas = [...held.values()].flat().length;
  if (areas === 0) return [];
  const why = `Shown by ${lastOf(held)} at the latest; whom ${areas === 1 ? 'it concerns looks' : 'they concern look'} first.`;
  return [{ what: areas === 1 ? 'a finding about one area' : 'findings about areas', count: areas, unit: 'areas', why }];
}

function notJudgedOf(all: readonly SourceStanding[], held: Held): Answer['notJudged'] {
  const unread = all.filter(({ head }) => head === undefined).length;
  const unsummed = all.filter(({ id, head, standing }) => head !== undefined && standing === undefined && !held.has(id)).length;
  const said = (count: number, why: string, remedy: string): Answer['notJudged'] =>
    count === 0 ? [] : [{ facet: 'area', what: counted(count, 'repository', 'repositories'), why, remedy }];
  return [
    ...said(unread, 'Not read yet.', 'Wait for the first scan, or see under sources what is in the way.'),
    ...said(unsummed, 'Read, but not summed up yet.', 'Wait for the next look of a worker, or ask about the repository itself.'),
  ];
}

const COLUMNS: readonly Column[] = [
  { key: 'repository', label: 'Repository', kind: 'text', meaning: 'What people call it.' },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of its expected work still carried in the single absence that costs it most.',
  },
  { key: 'stops', label: 'Stop', kind: 'count', meaning: 'Areas that would stop, each in the absence that hurts it most.' },
  { key: 'degrades', label: 'Degrade', kind: 'count', meaning: 'Areas that would degrade, likewise.' },
  { key: 'moves', label: 'Move', kind: 'count', meaning: 'Areas that would move on, likewise.' },
  { key: 'notJudged', label: 'Not judged', kind: 'count', meaning: 'Areas with too little history.' },
  { key: 'judged', label: 'As of', kind: 'date', meaning: 'The moment judged: its newest commit.' },
  { key: 'read', label: 'Read (UTC)', kind: 'text', meaning: 'When something new was read last.' },
  { key: 'commits', label: 'Commits', kind: 'count', meaning: 'Commits read so far.', detail: true },
  {
    key: 'withheld',
    label: 'Not shown yet',
    kind: 'count',
    meaning: 'Areas whose finding concerns one person, who looks first.',
    detail: true,
  },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stays the same whatever else changes.', detail: true },
];
