import { isDeepStrictEqual } from 'node:util';
import { readRepository } from '#sources/git/read-repository.ts';
import { TRAILER_KEYS } from '#sources/mining/trailers.ts';
import { type ToldByUs, historyAsTold } from '../test/golden/history-as-told.ts';
import { type ToldByGit, historyByGit } from '../test/golden/history-by-git.ts';
import type { Bench, BenchRow } from './bench.ts';
import { nameOf } from './mining.ts';

/** Commits compared, newest first. */
const MOST = 20_000;
const KIND_OF_KEY: ReadonlyMap<string, string> = new Map(TRAILER_KEYS.map(([key, kind]) => [key.toLowerCase(), kind]));

/** Every commit as plain `git log` tells it against our columns: parents, people, times, files, renames, trailers. */
export const agreement: Bench = {
  name: 'agreement',
  question: 'Do the columns say what git log says?',
  async *run({ repositories }) {
    for (const path of repositories) yield await compared(path);
  },
};

async function compared(path: string): Promise<BenchRow> {
  const { history, facts } = await readRepository(path);
  const on = nameOf(path);
  const row = { what: 'commits that differ from git log', on, limit: '0' };
  if (facts.notes.some(({ code }) => code === 'exact-renames')) {
    return { ...row, figure: 'not compared', holds: true, beside: 'contents are missing, so that git log stops where we go on' };
  }
  const byUs = historyAsTold(history).slice(0, MOST).map(fromUs);
  const byGit = historyByGit(path, [`-${MOST}`, 'HEAD']).map(fromGit);
  const differing = byGit.filter((commit, i) => !isDeepStrictEqual(commit, byUs[i])).length + Math.abs(byUs.length - byGit.length);
  return { ...row, figure: `${differing}`, holds: differing === 0, beside: `${byGit.length.toLocaleString('en')} commits compared whole` };
}

function fromUs(commit: ToldByUs): object {
  return {
    ...commit,
    committed: `${commit.committed}`,
    trailers: commit.trailers.map((trailer) => trailer.slice(0, trailer.indexOf(' '))),
  };
}

function fromGit(commit: ToldByGit): object {
  const kinds = commit.trailers.map((trailer) => KIND_OF_KEY.get(trailer.slice(0, trailer.indexOf(':')).trim().toLowerCase()));
  return { ...commit, committed: commit.committed.split(' ')[0], trailers: kinds.filter((kind) => kind !== undefined) };
}
