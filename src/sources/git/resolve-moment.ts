import { dateOf } from '#core/terms/moment.ts';
import type { Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { askGit, runGit } from '#sources/opening/git-process.ts';
import type { Repository } from '#sources/opening/open-repository.ts';

/** A point of a repository's history. */
export interface HistoryPoint {
  /** Full hash. */
  readonly commit: string;
  /** What it stands for: the commit's own time, or the end of the day that was asked for. */
  readonly at: Moment;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const LAST_SECOND = 86_399;

/** What `--at` means: a date (the last commit on the main line by the end of that day, UTC), or a commit, tag or branch in the history of HEAD. */
export async function resolveMoment(repository: Repository, text: string, signal?: AbortSignal): Promise<HistoryPoint> {
  const day = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) / 1000 : Number.NaN;
  return Number.isNaN(day) ? await resolveCommit(repository, text, signal) : await resolveDay(repository, day + LAST_SECOND, signal);
}

async function resolveDay({ place, path }: Repository, at: Moment, signal?: AbortSignal): Promise<HistoryPoint> {
  const found = await runGit(place, { args: ['rev-list', '-1', '--first-parent', `--before=${at}`, 'HEAD'], signal });
  const commit = found.toString('latin1').trim();
  if (commit !== '') return { commit, at };
  const roots = await runGit(place, { args: ['log', '--max-parents=0', '--format=%ct', 'HEAD'], signal });
  const first = Math.min(...roots.toString('latin1').trim().split('\n').map(Number));
  throw refusal('before-history', { path, first: dateOf(first), at: dateOf(at) });
}

/** Names are looked up where the refs are; then only a hash goes on. */
async function resolveCommit({ home, place, path }: Repository, text: string, signal?: AbortSignal): Promise<HistoryPoint> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`];
  const named = await askGit(home, { args, signal, timeout: 20_000 });
  const commit = named.stdout.toString('latin1').trim();
  const inHistory = named.code === 0 && (await askGit(place, { args: ['merge-base', '--is-ancestor', commit, 'HEAD'], signal })).code === 0;
  if (!inHistory) throw refusal('unknown-commit', { at: text, path });
  const time = await runGit(place, { args: ['show', '--no-patch', '--format=%ct', commit], signal });
  return { commit, at: Number(time.toString('latin1').trim()) };
}
