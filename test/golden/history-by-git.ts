import { gitBytes } from './build-repository.ts';

/** One commit as plain `git log` tells it: the oracle of the reader. */
export interface ToldByGit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly committer: string;
  readonly authored: string;
  readonly committed: string;
  /** `M path`, `R old -> new` … as bytes in latin1, so that nothing is lost. */
  readonly touches: readonly string[];
  readonly trailers: readonly string[];
}

const FORMAT = '%x01%H%x02%P%x02%aN <%aE>%x02%cN <%cE>%x02%ad%x02%cd%x02%(trailers:only,unfold)%x02';

/** Asks git itself, with no option of ours but the rename limit, one commit after another. */
export function historyByGit(path: string, revisions: readonly string[] = ['HEAD']): readonly ToldByGit[] {
  const safe = [
    '-c',
    'diff.renames=true',
    '-c',
    'log.showSignature=false',
    '-c',
    'core.quotepath=false',
    '-c',
    'i18n.logOutputEncoding=UTF-8',
  ];
  const out = gitBytes(path, [
    ...safe,
    'log',
    '-z',
    '--raw',
    '--no-abbrev',
    '-M',
    '-l1000',
    '--root',
    '--date=raw',
    '--no-ext-diff',
    '--no-textconv',
    `--format=${FORMAT}`,
    ...revisions,
  ]);
  return out
    .toString('latin1')
    .split('\u0001')
    .slice(1)
    .map((text) => toldOf(text));
}

function toldOf(text: string): ToldByGit {
  const [hash, parents, author, committer, authored, committed, trailers, raw] = text.split('\u0002');
  return {
    hash: hash!,
    parents: parents === '' ? [] : parents!.split(' '),
    author: author!,
    committer: committer!,
    authored: authored!,
    committed: committed!,
    touches: touchesOf(raw!.replace(/^[\0\n]+/, '').split('\0')),
    trailers: trailers!.split('\n').filter((line) => line !== ''),
  };
}

function touchesOf(fields: readonly string[]): readonly string[] {
  const touches: string[] = [];
  for (let i = 0; i + 1 < fields.length; ) {
    const status = fields[i]!.split(' ')[4]![0]!;
    const renamed = status === 'R';
    touches.push(renamed ? `R ${fields[i + 1]} -> ${fields[i + 2]}` : `${status} ${fields[i + 1]}`);
    i += renamed ? 3 : 2;
  }
  return touches;
}
