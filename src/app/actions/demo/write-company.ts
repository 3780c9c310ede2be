import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Planted } from '#core/organisation/founding/company.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { payloadsOf } from '#core/organisation/payloads/payloads-of.ts';
import { gitStream } from '#core/organisation/telling/git-stream.ts';
import type { Moment } from '#core/terms/moment.ts';
import { zipFiles } from './zip-files.ts';
import { runGit } from '#sources/opening/git-process.ts';

export interface CompanyWish {
  /** An empty or missing folder. */
  readonly folder: string;
  readonly seed: number;
  readonly until: Moment;
  /** Without patterns: the clean twin. */
  readonly planted: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (what: string) => void;
}

export interface WrittenCompany {
  readonly repositories: readonly { readonly name: string; readonly path: string }[];
  /** Folder of everything that its tools would have exported. */
  readonly exports: string;
  readonly planted: readonly Planted[];
  readonly people: number;
  readonly commits: number;
}

/** An invented company on disk: its repositories as git has them, and the files that its tools would export. */
export async function writeCompany(wish: CompanyWish): Promise<WrittenCompany> {
  const { folder, onStep } = wish;
  const organisation = liveThrough(foundCompany(wish));
  const { company } = organisation;
  mkdirSync(join(folder, 'repositories'), { recursive: true });
  const hashes = new Map<number, string>();
  const repositories = company.repositories.map((name) => ({ name, path: join(folder, 'repositories', `${name}.git`) }));
  for (const [row, repository] of repositories.entries()) {
    onStep(`repository ${repository.name}`);
    for (const [commit, hash] of await writeRepository(wish, organisation, { ...repository, row })) hashes.set(commit, hash);
  }
  onStep('exports of its tools');
  const exports = join(folder, 'exports');
  const files = payloadsOf(organisation, (commit) => hashes.get(commit)!);
  for (const { path, text } of files) if (!path.startsWith(CHAT)) write(join(exports, path), text);
  const chat = files.flatMap(({ path, text }) => (path.startsWith(CHAT) ? [{ path: path.slice(CHAT.length), text }] : []));
  write(join(exports, 'chat-export.zip'), zipFiles(chat.map(({ path, text }) => ({ path, content: text }))));
  const people = company.people.filter(({ role }) => role !== 'agent').length;
  return { repositories, exports, planted: company.planted, people, commits: organisation.commits.length };
}

/** Chats are exported as one archive. */
const CHAT = 'chat/';

interface RepositoryWish {
  readonly name: string;
  readonly path: string;
  readonly row: number;
}

/** Rows of its commits in the organisation, with the hash that git gave each. */
async function writeRepository(
  { signal }: CompanyWish,
  organisation: Organisation,
  { name, path, row }: RepositoryWish,
): Promise<ReadonlyMap<number, string>> {
  const cwd = dirname(path);
  await runGit({ cwd }, { args: ['init', '--quiet', '--bare', '--initial-branch=main', path], signal });
  await runGit({ cwd }, { args: [`--git-dir=${path}`, 'config', 'remote.origin.url', `https://github.com/harbour/${name}.git`], signal });
  const marks = `${path}.marks`;
  const input = [...gitStream(organisation, row)].join('');
  await runGit({ cwd }, { args: [`--git-dir=${path}`, 'fast-import', '--quiet', `--export-marks=${marks}`], input, signal });
  const rows = organisation.commits.flatMap(({ repository }, commit) => (repository === row ? [commit] : []));
  const lines = readFileSync(marks, 'utf8').trimEnd().split('\n');
  rmSync(marks);
  return new Map(lines.map((line) => marked(line)).map(({ mark, hash }) => [rows[mark - 1]!, hash]));
}

/** `:12 0123…` */
function marked(line: string): { readonly mark: number; readonly hash: string } {
  const [mark = '', hash = ''] = line.slice(1).split(' ');
  return { mark: Number(mark), hash };
}

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
