import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { scan } from '#app/actions/scan.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { openLedger } from '#store/ledger.ts';
import { buildRepository, git } from './build-repository.ts';
import { folder, order, story, told } from './scanning.ts';

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
    if (how === 'middle') damaged.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length * 0.7));
    writeFileSync(file, damaged);
    const { scanned } = await scan(order([path], data));
    expect(scanned[0]!.fresh).toBe(300);
    expect(told(scanned[0]!.history)).toEqual(told((await readRepository(path)).history));
    expect((await scan(order([path], data))).scanned[0]!.fresh).toBe(0);
  });

  it('a changed byte anywhere in the cache never changes an answer', async () => {
    const { path } = buildRepository({ commits: story(60), bare: true });
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
