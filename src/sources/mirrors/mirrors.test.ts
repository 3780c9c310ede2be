import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRepository, git } from '#test/golden/build-repository.ts';
import { readRepository } from '#sources/git/read-repository.ts';
import { fetchMirror } from '#sources/remote/fetch-mirror.ts';
import type { MirrorOrder, RemoteAddress } from '#sources/remote/mirror-order.ts';
import { parseAddress } from '#sources/remote/parse-address.ts';
import { holdMirror, tryToHold } from './hold-mirror.ts';
import { type MirrorLimits, mirrorLimits, USUAL_LIMITS } from './mirror-limits.ts';
import { bytesBelow, MirrorSizes } from './mirror-sizes.ts';
import { mirrorsIn, removeMirrors, tidyMirror } from './tidy-mirrors.ts';
import { FetchWatch } from './watch-fetch.ts';
import { asideOf, withMirror } from './with-mirror.ts';

const MB = 1e6;
const temporary = (what: string): string => mkdtempSync(join(tmpdir(), `understudy-${what}-`));
const origin = buildRepository({
  bare: true,
  folder: join(temporary('origin'), 'api.git'),
  commits: ['one', 'two'].map((label) => ({ by: 'Ana Example <ana@example.org>', files: { 'a.ts': label }, label })),
});

/** One more commit at HEAD, with a file that cannot be squeezed. */
function addCommit(bytes: number): void {
  const noise = execFileSync('head', ['-c', String(bytes), '/dev/urandom'], { maxBuffer: bytes + 1 });
  const file = join(temporary('noise'), 'noise');
  writeFileSync(file, noise);
  const blob = git(origin.path, ['hash-object', '-w', file]).trim();
  const tree = git(origin.path, ['mktree'], `100644 blob ${blob}\ta.ts\n`).trim();
  const who = ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.org'];
  const commit = git(origin.path, [...who, 'commit-tree', tree, '-p', 'main', '-m', 'noise']).trim();
  git(origin.path, ['update-ref', 'refs/heads/main', commit]);
}

/** Stands in for ssh: runs what the other side would, slowly or never where a file says so. */
const room = temporary('ssh');
const path = process.env['PATH'];
beforeAll(() => {
  const slowly = `let t = 0; process.stdin.on('data', (d) => { for (let i = 0; i < d.length; i += 65536) { const part = d.subarray(i, i + 65536); setTimeout(() => process.stdout.write(part), t); t += 40; } }); process.stdout.on('error', () => process.exit());`;
  writeFileSync(join(room, 'slowly.mjs'), slowly);
  writeFileSync(
    join(room, 'ssh'),
    `#!/bin/sh
echo called >> ${room}/called
for last in "$@"; do :; done
cd ${dirname(origin.path)}
if [ -e ${room}/silent ]; then echo $$ > ${room}/pid; exec sleep 1000; fi
if [ -e ${room}/chatty ]; then echo $$ > ${room}/pid; while :; do echo alive >&2; sleep 0.05; done; fi
if [ -e ${room}/slow ]; then eval "$last" | "${process.execPath}" ${room}/slowly.mjs; exit; fi
eval "$last"
`,
  );
  chmodSync(join(room, 'ssh'), 0o755);
  process.env['PATH'] = `${room}:${path}`;
});
afterAll(() => void (process.env['PATH'] = path));

async function when<Result>(mode: 'slow' | 'silent' | 'chatty', work: () => Promise<Result>): Promise<Result> {
  writeFileSync(join(room, mode), '');
  try {
    return await work();
  } finally {
    execFileSync('rm', [join(room, mode)]);
  }
}

const callsOfSsh = (): number => (existsSync(join(room, 'called')) ? readFileSync(join(room, 'called'), 'utf8').split('\n').length - 1 : 0);
const orderOf = (limits: Partial<MirrorLimits> = {}, folder = join(temporary('mirrors'), randomUUID())): MirrorOrder => ({
  remote: parseAddress(`git@git.example.org:${origin.path.slice(1)}`) as RemoteAddress,
  folder,
  privateAllowed: true,
  limits: { ...USUAL_LIMITS, leastFree: 0, ...limits },
});
const fetchHere = async (order: MirrorOrder): Promise<void> => await fetchMirror(order, async () => '192.0.2.7');
const commitsOf = async (folder: string): Promise<number> => (await readRepository(folder)).history.commits.count;
const packsOf = (folder: string): readonly string[] => readdirSync(join(folder, 'objects/pack')).filter((name) => name.endsWith('.pack'));

/** Whether a process runs; one that has ended and that nobody has asked about does not. */
async function isGone(pid: string): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]![0] : 'Z';
    if (state === 'Z' || state === 'X') return true;
    await sleep(50);
  }
  return false;
}

describe('what a mirror may take', () => {
  it('comes from the environment, in gigabytes', () => {
    const env = { UNDERSTUDY_MIRROR_GB: '0.5', UNDERSTUDY_MIRRORS_GB: '20', UNDERSTUDY_FREE_GB: '' };
    expect(mirrorLimits(env)).toEqual({ ...USUAL_LIMITS, one: 5e8, all: 2e10 });
    expect(mirrorLimits({})).toEqual(USUAL_LIMITS);
    expect(() => mirrorLimits({ UNDERSTUDY_MIRROR_GB: '8 GB' })).toThrow('UNDERSTUDY_MIRROR_GB');
  });

  it('ends a fetch while it runs, and nothing of what came too much stays', async () => {
    const before = git(origin.path, ['rev-parse', 'main']).trim();
    addCommit(8 * MB);
    const order = orderOf({ one: 2 * MB });
    const looked: number[] = [];
    const timer = setInterval(() => void bytesBelow(order.folder).then((bytes) => looked.push(bytes)), 20);
    await when('slow', async () => await expect(fetchHere(order)).rejects.toMatchObject({ code: 'mirror-too-large' }));
    clearInterval(timer);
    expect(Math.max(...looked)).toBeGreaterThan(MB);
    expect(Math.max(...looked)).toBeLessThan(6 * MB);
    expect(await bytesBelow(order.folder)).toBeLessThan(0.2 * MB);
    await fetchHere({ ...order, limits: { ...order.limits!, one: 100 * MB } });
    expect(await commitsOf(order.folder)).toBeGreaterThan(2);
    git(origin.path, ['update-ref', 'refs/heads/main', before]);
  });

  it('a remedy names the setting', async () => {
    const order = orderOf({ one: 10 });
    await expect(fetchHere(order)).rejects.toMatchObject({ remedy: expect.stringContaining('UNDERSTUDY_MIRROR_GB') as string });
  });

  it('counts what all of them take together, before anything is asked for', async () => {
    const [order, before] = [orderOf({ all: 50 * MB }), callsOfSsh()];
    new MirrorSizes(dirname(order.folder)).note(join(dirname(order.folder), 'other'), 50 * MB);
    await expect(fetchHere(order)).rejects.toMatchObject({ code: 'mirrors-full' });
    expect(callsOfSsh()).toBe(before);
    new MirrorSizes(dirname(order.folder)).forget(join(dirname(order.folder), 'other'));
    await fetchHere(order);
    expect(new MirrorSizes(dirname(order.folder)).besides('none')).toBe(await bytesBelow(order.folder));
  });

  it('leaves room on the disk, before and while it fetches', async () => {
    const [order, before] = [orderOf({ leastFree: 1e18 }), callsOfSsh()];
    await expect(fetchHere(order)).rejects.toMatchObject({ code: 'disk-short' });
    expect(callsOfSsh()).toBe(before);
    let free = 10 * MB;
    const limits = { ...USUAL_LIMITS, leastFree: MB };
    const watch = new FetchWatch({ folder: order.folder, address: 'ssh://x', limits, freeAt: async () => (free -= 3 * MB) });
    await watch.begin();
    if (!watch.signal.aborted) await once(watch.signal, 'abort');
    expect(watch.signal.reason).toMatchObject({ code: 'disk-short' });
    await watch.end();
  });

  it('a damaged list of sizes is begun anew', () => {
    const mirrors = temporary('mirrors');
    writeFileSync(join(mirrors, 'sizes.sqlite'), 'no database at all '.repeat(200));
    new MirrorSizes(mirrors).note(join(mirrors, 'one'), 7);
    expect(new MirrorSizes(mirrors).besides('two')).toBe(7);
  });
});

describe('a fetch', () => {
  it.each([
    ['silent', { silence: 600 }, 'nothing came'],
    ['chatty', { silence: 60_000, longest: 900 }, 'took longer'],
  ] as const)('of a remote that is %s is given up, with all that it started', async (mode, limits, reason) => {
    await when(mode, async () => await expect(fetchHere(orderOf(limits))).rejects.toThrow(reason));
    expect(await isGone(readFileSync(join(room, 'pid'), 'utf8').trim())).toBe(true);
  });

  it('that is told to stop ends at once', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    await when('silent', async () => await expect(fetchHere({ ...orderOf(), signal: stop.signal })).rejects.toThrow());
  });

  it('goes on after one that was killed: what that left behind is removed', async () => {
    const order = orderOf();
    await fetchHere(order);
    writeFileSync(join(order.folder, 'refs/heads/read.lock'), '');
    writeFileSync(join(order.folder, 'objects/pack/tmp_pack_x'), 'half');
    addCommit(10);
    await fetchHere(order);
    expect(existsSync(join(order.folder, 'objects/pack/tmp_pack_x'))).toBe(false);
    expect(git(order.folder, ['rev-parse', 'read'])).toBe(git(origin.path, ['rev-parse', 'main']));
  });
});

describe('a mirror', () => {
  it.each([
    ['whose pack is cut short', (folder: string) => packsOf(folder).forEach((name) => cut(join(folder, 'objects/pack', name)))],
    ['whose pack is full of zeros', (folder: string) => packsOf(folder).forEach((name) => zero(join(folder, 'objects/pack', name)))],
    ['whose HEAD is gone', (folder: string) => writeFileSync(join(folder, 'HEAD'), 'nothing')],
    ['whose branch points nowhere', (folder: string) => writeFileSync(join(folder, 'refs/heads/read'), `${'1'.repeat(40)}\n`)],
    ['whose configuration is broken', (folder: string) => writeFileSync(join(folder, 'config'), '[core\n')],
  ])('%s is put aside and fetched anew', async (_, spoil) => {
    const order = orderOf();
    const whole = await withMirror(order, commitsOf, fetchHere);
    spoil(order.folder);
    expect(await withMirror(order, commitsOf, fetchHere)).toBe(whole);
    expect(existsSync(asideOf(order.folder))).toBe(true);
    git(order.folder, ['fsck', '--no-progress']);
  });

  it('without its objects is filled again', async () => {
    const order = orderOf();
    const whole = await withMirror(order, commitsOf, fetchHere);
    execFileSync('rm', ['-r', join(order.folder, 'objects')]);
    expect(await withMirror(order, commitsOf, fetchHere)).toBe(whole);
  });

  it('is left as it is where the other side is in the way', async () => {
    const order = orderOf();
    await withMirror(order, commitsOf, fetchHere);
    const soon = { ...order, limits: { ...order.limits!, silence: 400 } };
    await when(
      'silent',
      async () => await expect(withMirror(soon, commitsOf, fetchHere)).rejects.toMatchObject({ code: 'source-unreachable' }),
    );
    expect(existsSync(asideOf(order.folder))).toBe(false);
  });

  it('is in one hand at a time', async () => {
    const order = orderOf();
    let [now, most] = [0, 0];
    const use = async (folder: string): Promise<number> => {
      most = Math.max(most, ++now);
      await sleep(50);
      const commits = await commitsOf(folder);
      now--;
      return commits;
    };
    const all = await Promise.all([1, 2, 3, 4].map(async () => await withMirror(order, use, fetchHere)));
    expect([new Set(all).size, most]).toEqual([1, 1]);
    git(order.folder, ['fsck', '--no-progress']);
  });

  it('is let go by a worker that is killed', async () => {
    const folder = join(temporary('mirrors'), 'm');
    const script = `import { tryToHold } from '${join(import.meta.dirname, 'hold-mirror.ts')}'; globalThis.hold = tryToHold('${folder}'); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--conditions=understudy-source', '--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    expect(tryToHold(folder)).toBeUndefined();
    child.kill('SIGKILL');
    (await holdMirror(folder)).close();
  });
});

describe('mirrors are tidied', () => {
  it('many packs become one, and nobody who reads is disturbed', async () => {
    const order = orderOf();
    for (let i = 0; i < 21; i++) {
      addCommit(10);
      await fetchHere(order);
    }
    const [name, mirrors] = [order.folder.split('/').at(-1)!, dirname(order.folder)];
    const tidying = { mirrors, limits: order.limits!, signal: new AbortController().signal };
    const before = await commitsOf(order.folder);
    expect(packsOf(order.folder).length).toBeGreaterThan(20);
    const hold = tryToHold(order.folder)!;
    expect(await tidyMirror(name, tidying)).toBe(false);
    hold.close();
    expect(await tidyMirror(name, { ...tidying, limits: { ...order.limits!, leastFree: 1e18 } })).toBe(false);
    expect(await tidyMirror(name, tidying)).toBe(true);
    expect([packsOf(order.folder).length, await commitsOf(order.folder)]).toEqual([1, before]);
    expect(await tidyMirror(name, tidying)).toBe(false);
    addCommit(10);
    expect(await withMirror(order, commitsOf, fetchHere)).toBe(before + 1);
  });

  it('by name only those that are mirrors, and not while one is read', () => {
    const [mirrors, one, two] = [temporary('mirrors'), randomUUID(), randomUUID()];
    for (const name of [one, two, 'known-hosts.d']) mkdirSync(join(mirrors, name));
    expect(mirrorsIn(mirrors).toSorted()).toEqual([one, two].toSorted());
    const hold = tryToHold(join(mirrors, two))!;
    removeMirrors(mirrors, mirrorsIn(mirrors));
    hold.close();
    expect(mirrorsIn(mirrors)).toEqual([two]);
    removeMirrors(mirrors, [two]);
    expect(readdirSync(mirrors).filter((name) => !name.startsWith('sizes'))).toEqual(['known-hosts.d']);
  });
});

function cut(file: string): void {
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file).subarray(0, 40));
}

function zero(file: string): void {
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file).fill(0, 14));
}
