import type { Answer, Row } from '#core/terms/answer.ts';
import { counted, countOf, everyOf } from '#core/terms/figures.ts';
import { minuteOf } from '#core/terms/moment.ts';
import type { Database } from '#store/database/database.ts';
import { newestJobs } from '#store/jobs/job-rows.ts';
import type { JobSeen } from '#store/jobs/job-rows.ts';
import { scanHeads } from '#store/team/scans.ts';
import type { ScanHead } from '#store/team/scans.ts';
import { listSources, SCAN_JOB } from '#store/team/sources.ts';

interface SourceSeen extends Row {
  readonly source: string;
}

/** Which repositories a team reads, and how far that is. */
export async function answerSources(database: Database, now: number): Promise<Answer<{ readonly sources: number }, SourceSeen>> {
  const [sources, jobs, heads] = await Promise.all([listSources(database), newestJobs(database, SCAN_JOB), scanHeads(database)]);
  const rows = sources.map(({ id, name, address, every_minutes, credential }) => ({
    source: name,
    address,
    state: stateOf(jobs.get(id), heads.get(id)),
    commits: heads.get(id)?.commits ?? 0,
    read: readAt(heads.get(id)),
    every: every_minutes,
    often: everyOf(every_minutes),
    credential: credential === null ? 'none' : 'sealed',
    trouble: jobs.get(id)?.state === 'failed' ? sentenceOf(jobs.get(id)!) : '',
    id,
  }));
  const commits = rows.reduce((sum, row) => sum + row.commits, 0);
  return {
    schema: 'understudy/sources/1',
    question: 'What is read?',
    value: { sources: rows.length },
    reading:
      rows.length === 0
        ? 'Nothing is read yet: `understudy sources add ADDRESS`.'
        : `${counted(rows.length, 'source')} with ${countOf(commits)} commits.`,
    columns: COLUMNS,
    rows,
    because: [],
    method: { name: 'list of sources', version: '1', settings: {} },
    asOf: {
      at: new Date(now).toISOString(),
      heads: sources.flatMap(({ id, name }) => (heads.has(id) ? [{ repository: name, head: heads.get(id)!.head }] : [])),
    },
    leftOut: [],
    notJudged: [],
  };
}

function readAt(head: ScanHead | undefined): string {
  return head === undefined ? '' : minuteOf(head.scannedAt / 1000);
}

function stateOf(job: JobSeen | undefined, head: ScanHead | undefined): string {
  if (job?.state === 'running') return progressOf(job);
  if (job?.state === 'waiting') return 'waits for a worker';
  if (job?.state === 'failed') return sentenceOf(job);
  return head === undefined ? 'not read yet' : 'read';
}

function progressOf({ progress }: JobSeen): string {
  const { done, total } = JSON.parse(progress || '{}') as { readonly done?: number; readonly total?: number };
  return done === undefined || total === undefined ? 'is being read' : `is being read: ${countOf(done)} of ${countOf(total)} commits`;
}

function sentenceOf({ outcome }: JobSeen): string {
  return (JSON.parse(outcome ?? '{}') as { readonly sentence?: string }).sentence ?? 'not read';
}

const COLUMNS: Answer['columns'] = [
  { key: 'source', label: 'Source', kind: 'text', meaning: 'What people call it.' },
  { key: 'state', label: 'State', kind: 'text', wraps: true, meaning: 'Whether it has been read, and what is in the way.' },
  { key: 'commits', label: 'Commits', kind: 'count', meaning: 'Commits read so far.' },
  { key: 'read', label: 'Read (UTC)', kind: 'text', meaning: 'When something new was read last.' },
  { key: 'often', label: 'Looked at', kind: 'text', meaning: 'How often something new is looked for.', detail: true },
  { key: 'address', label: 'Address', kind: 'text', meaning: 'Where it is read from.', detail: true },
  { key: 'credential', label: 'Credential', kind: 'text', meaning: 'Whether one is kept; it is never shown.', detail: true },
  { key: 'trouble', label: 'In the way', kind: 'text', meaning: 'Why the last look failed; empty where it did not.', detail: true },
  { key: 'id', label: 'Id', kind: 'text', meaning: 'Stays the same whatever else changes.', detail: true },
];
