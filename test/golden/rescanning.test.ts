import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { scan } from '#app/actions/scan.ts';
import type { ScanOrder } from '#app/actions/scan.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { openLedger } from '#store/ledger.ts';
import { buildRepository, git } from './build-repository.ts';
import type { ScriptedCommit } from './build-repository.ts';
import { historyAsTold } from './history-as-told.ts';

const ADA = 'Ada Example <ada@example.org>';
const BEN = 'Ben Example <ben@example.org>';

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'understudy-golden-'));
}

/** `count` commits by two people over some files, with renames and trailers. */
function story(count: number): ScriptedCommit[] {
  return Array.from({ length: count }, (_, i) => ({
    by: i % 3 === 0 ? BEN : ADA,
    label: `c${i}`,
    message: `Commit ${i}\n\nCo-authored-by: Cy Example <cy${i % 5}@example.org>\n`,
    files:
      i % 7 === 6
        ? { [`dir/f${i}.txt`]: { movedFrom: `dir/f${i - 1}.txt` } }
        : { [`dir/f${i}.txt`]: `text ${i}\n`.repeat(20), 'all.txt': `${i}\n` },
  }));
}

function order(paths: readonly string[], dataFolder: string, more: Partial<ScanOrder> = {}): ScanOrder {
  return { paths, dataFolder, now: () => 1_700_000_000_000, clock: () => performance.now(), ...more };
}

/** Everything a history says, in words: numbers of paths and names may differ, what they stand for may not. */
function told(history: RawHistory): unknown {
  const tree = Array.from(history.tree.path, (row, i) => [history.paths[row], history.tree.bytes[i]]);
  return { commits: historyAsTold(history), tree, head: history.head };
}

describe('scanning again', () => {
  it('reads only new commits, and says the same as a whole reading', async () => {
    const { path, hashOf } = buildRepository({ commits: story(60), bare: true });
    const data = folder();
    for (const [label, fresh] of [
      ['c20', 21],
      ['c21', 1],
      ['c21', 0],
      ['c59', 38],
    ] as const) {
      git(path, ['update-ref', 'refs/heads/main', hashOf(label)]);
      const { scanned } = await scan(order([path], data));
      expect([scanned[0]!.fresh, scanned[0]!.head]).toEqual([fresh, hashOf(label)]);
      expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
      const ledger = openLedger(data);
      expect(told(ledger.load(scanned[0]!.key)!.history)).toEqual(told(scanned[0]!.history));
      ledger.close();
    }
  });

  it('puts many small scans into one piece, and loses nothing', async () => {
    const { path, hashOf } = buildRepository({ commits: story(40), bare: true });
    const data = folder();
    for (let i = 0; i < 40; i++) {
      git(path, ['update-ref', 'refs/heads/main', hashOf(`c${i}`)]);
      await scan(order([path], data));
    }
    const ledger = openLedger(data);
    expect(told(ledger.load(path)!.history)).toEqual(told((await readRepository(path)).history));
    ledger.close();
  });

  it('says so when the history was rewritten, and is right again', async () => {
    const { path, hashOf } = buildRepository({
      commits: [...story(10), { by: ADA, label: 'other', parents: ['c4'], files: { 'other.txt': 'o\n' } }],
      bare: true,
    });
    const data = folder();
    git(path, ['update-ref', 'refs/heads/main', hashOf('c9')]);
    await scan(order([path], data));
    git(path, ['update-ref', 'refs/heads/main', hashOf('other')]);
    const { scanned } = await scan(order([path], data));
    expect(scanned[0]!.notes.map(({ code }) => code)).toEqual(['rewritten']);
    expect([scanned[0]!.commits, scanned[0]!.fresh]).toEqual([6, 6]);
    expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
    expect((await scan(order([path], data))).scanned[0]!.fresh).toBe(0);
  });

  it('reads all again when a graft appears', async () => {
    const { path, hashOf } = buildRepository({ commits: story(10), bare: true });
    const data = folder();
    await scan(order([path], data));
    git(path, ['replace', '--graft', hashOf('c9'), hashOf('c2')]);
    expect((await scan(order([path], data))).scanned[0]!.commits).toBe(4);
  });

  it('gives known people their new names when .mailmap changes', async () => {
    const { path, hashOf } = buildRepository({
      bare: true,
      commits: [...story(5), { by: ADA, label: 'mailmap', files: { '.mailmap': 'Ada Lovely <ada@example.org>\n' } }],
    });
    const data = folder();
    git(path, ['update-ref', 'refs/heads/main', hashOf('c4')]);
    const before = await scan(order([path], data));
    expect(before.scanned[0]!.history.identities.map(({ name }) => name)).toContain('Ada Example');
    git(path, ['update-ref', 'refs/heads/main', hashOf('mailmap')]);
    const after = await scan(order([path], data));
    expect(after.scanned[0]!.fresh).toBe(1);
    expect(after.scanned[0]!.history.identities.map(({ name }) => name)).not.toContain('Ada Example');
  });

  it('gives the same columns however the work is shared', async () => {
    const { path } = buildRepository({ commits: story(1500), bare: true });
    const [one, two, again] = await Promise.all([1, 2, 2].map((processes) => readRepository(path, { processes })));
    expect(two!.spelled).toEqual(one!.spelled);
    expect(again!.spelled).toEqual(one!.spelled);
  });
});

describe('many repositories', () => {
  it('scans each once and goes on past those that are refused', async () => {
    const [a, b] = [buildRepository({ commits: story(3), checkout: true }), buildRepository({ commits: story(4), format: 'sha256' })];
    const progress: string[] = [];
    const { scanned, refused } = await scan(
      order([a.path, join(a.path, 'dir'), b.path, '/nonexistent'], folder(), {
        onProgress: ({ repository, done, total }) => void progress.push(`${repository} ${done}/${total}`),
      }),
    );
    expect(scanned.map(({ commits }) => commits)).toEqual([3, 4]);
    expect(refused.map(({ path, refusal }) => [path, refusal.code])).toEqual([['/nonexistent', 'path-unreadable']]);
    expect(progress.at(-1)).toBe(`${b.path.split('/').at(-1)} 4/4`);
  });

  it('never keeps its data inside a repository', async () => {
    const { path } = buildRepository({ commits: story(2) });
    const { refused } = await scan(order([path], join(path, 'data')));
    expect(refused[0]!.refusal.code).toBe('data-inside-repository');
    expect(readdirSync(path)).toEqual(['.git']);
  });
});

describe('answers worth keeping', () => {
  it('come back for exactly their stamp, and the latest stay', () => {
    const ledger = openLedger(folder());
    for (let i = 0; i < 260; i++) ledger.keepAnswer({ key: `k${i}`, stamp: 'one', json: `{"i":${i}}`, keptAt: i });
    ledger.keepAnswer({ key: 'k259', stamp: 'two', json: '{"again":true}', keptAt: 300 });
    const found = [
      ledger.keptAnswer('k259', 'two'),
      ledger.keptAnswer('k259', 'one'),
      ledger.keptAnswer('k258', 'one'),
      ledger.keptAnswer('k3', 'one'),
    ];
    expect(found).toEqual(['{"again":true}', undefined, '{"i":258}', undefined]);
    ledger.close();
  });
});

describe('what goes wrong in the middle', () => {
  it('a cancelled scan leaves what was kept, and the next is right', async () => {
    const { path, hashOf } = buildRepository({ commits: story(3000), bare: true });
    const data = folder();
    git(path, ['update-ref', 'refs/heads/main', hashOf('c100')]);
    await scan(order([path], data));
    git(path, ['update-ref', 'refs/heads/main', hashOf('c2999')]);
    const stop = new AbortController();
    await expect(scan(order([path], data, { signal: stop.signal, onProgress: () => stop.abort() }))).rejects.toThrow('abort');
    const ledger = openLedger(data);
    expect(ledger.scans()[0]).toMatchObject({ head: hashOf('c100'), commits: 101 });
    ledger.close();
    expect((await scan(order([path], data))).scanned[0]).toMatchObject({ commits: 3000, fresh: 2899 });
  });

  it('a killed scan leaves what was kept, and the next is right', async () => {
    const { path } = buildRepository({ commits: story(2000), bare: true });
    const data = folder();
    const program = join(import.meta.dirname, '../../scripts/read-history.ts');
    for (const wait of [60, 150, 250, 350, 450]) {
      const child = spawn(process.execPath, ['--conditions=understudy-source', program, data, path], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGKILL');
    }
    const { scanned } = await scan(order([path], data));
    expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
  });

  it('two scans at once both succeed, and one result is kept', async () => {
    const { path } = buildRepository({ commits: story(1200), bare: true });
    const data = folder();
    const program = join(import.meta.dirname, '../../scripts/read-history.ts');
    const run = promisify(execFile);
    const both = await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--conditions=understudy-source', program, data, path])));
    expect(both.map(({ stdout }) => (JSON.parse(stdout) as { commits: number }).commits)).toEqual([1200, 1200, 1200]);
    const ledger = openLedger(data);
    expect(told(ledger.load(path)!.history)).toEqual(told((await readRepository(path)).history));
    ledger.close();
  });

  it('a full disk is refused, keeps what was kept, and is right again when there is room', async () => {
    const { path, hashOf } = buildRepository({ commits: story(3000), bare: true });
    const data = folder();
    const program = join(import.meta.dirname, '../../scripts/read-history.ts');
    const scanIt = `'${process.execPath}' --conditions=understudy-source '${program}' '${data}' '${path}'`;
    const small = `git -C '${path}' update-ref refs/heads/main ${hashOf('c50')} && ${scanIt}`;
    const large = `git -C '${path}' update-ref refs/heads/main ${hashOf('c2999')}; ! ${scanIt}`;
    // A file system of its own with hardly any room; where that is not allowed, files that may not grow.
    const own = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', data]).status === 0;
    const script = own
      ? [
          'unshare',
          '-rm',
          'sh',
          '-ec',
          `mount -t tmpfs -o size=200k none '${data}'; ${small}; ${large}; cat '${data}/understudy.sqlite' > '${data}-after'`,
        ]
      : ['sh', '-ec', `${small}; trap '' XFSZ; ulimit -f 150; ${large}; cp '${data}/understudy.sqlite' '${data}-after'`];
    const { stdout, stderr, status } = spawnSync(script[0]!, script.slice(1), { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringMatching(own ? /code: 'disk-full'/ : /code: 'data-folder'/)]);
    expect((JSON.parse(stdout.split('\n')[0]!) as { commits: number }).commits).toBe(51);
    const after = folder();
    writeFileSync(join(after, 'understudy.sqlite'), readFileSync(`${data}-after`));
    const ledger = openLedger(after);
    expect(ledger.load(path)!.history.head).toBe(hashOf('c50'));
    ledger.close();
    expect((await scan(order([path], after))).scanned[0]).toMatchObject({ commits: 3000, fresh: 2949 });
  });

  it.each(['header', 'middle', 'empty', 'cut'])('a damaged cache (%s) is rebuilt, never believed', async (how) => {
    const { path } = buildRepository({ commits: story(300), bare: true });
    const data = folder();
    await scan(order([path], data));
    const file = join(data, 'understudy.sqlite');
    const bytes = readFileSync(file);
    const damaged = {
      header: Buffer.concat([Buffer.alloc(100, 7), bytes.subarray(100)]),
      middle: Buffer.from(bytes),
      empty: Buffer.alloc(0),
      cut: bytes.subarray(0, 9000),
    }[how]!;
    if (how === 'middle') damaged.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 2000);
    writeFileSync(file, damaged);
    const { scanned } = await scan(order([path], data));
    expect(scanned[0]!.fresh).toBe(300);
    expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
    expect((await scan(order([path], data))).scanned[0]!.fresh).toBe(0);
  });

  it('a changed byte anywhere in the cache never changes an answer', async () => {
    const { path } = buildRepository({ commits: story(12), bare: true });
    const data = folder();
    await scan(order([path], data));
    const truth = told((await readRepository(path)).history);
    const file = join(data, 'understudy.sqlite');
    const bytes = readFileSync(file);
    let rebuilt = 0;
    for (let i = 0; i < 60; i++) {
      const damaged = Buffer.from(bytes);
      const at = (i * 7919 * 31) % bytes.length;
      damaged[at] = damaged[at]! ^ (1 << (i % 8));
      writeFileSync(file, damaged);
      const { scanned } = await scan(order([path], data));
      expect(told(scanned[0]!.history)).toEqual(truth);
      rebuilt += Math.sign(scanned[0]!.fresh);
    }
    expect(rebuilt).toBeGreaterThan(5);
  });

  it('a data folder that is a file, or may not be written, is refused', async () => {
    const { path } = buildRepository({ commits: story(2), bare: true });
    const place = folder();
    writeFileSync(join(place, 'file'), 'x');
    for (const data of [join(place, 'file'), join(place, 'file', 'deeper')]) {
      await expect(scan(order([path], data))).rejects.toThrow(Refusal);
    }
    mkdirSync(join(place, 'understudy.sqlite'));
    await expect(scan(order([path], place))).rejects.toThrow(Refusal);
    expect(statSync(join(place, 'file')).size).toBe(1);
  });
});
