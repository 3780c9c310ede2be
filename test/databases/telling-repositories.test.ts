import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { tellRepository } from '#app/actions/connections/tell-repository.ts';
import { work } from '#app/actions/team/work.ts';
import { sceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import { placesOfSources } from '#store/connections/repositories-told.ts';
import type { Database } from '#store/database/database.ts';
import { loadNamings } from '#store/facts/load-facts.ts';
import { scanNow } from '#store/team/sources.ts';
import { buildRepository, git } from '#test/golden/build-repository.ts';
import { onBothEngines } from './on-both-engines.ts';
import { factsKept } from './fill-connections.ts';

const ADA = 'Ada Example <ada@example.org>';
const RECORD = (status: string) => `# 1. Cache orders\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\ny\n`;
const CATALOG = 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: orders\nspec:\n  type: service\n  owner: shop\n';
const never = new AbortController().signal;

function repository(files: Readonly<Record<string, string>>): string {
  const { path } = buildRepository({ commits: [{ by: ADA, files: { 'src/a.ts': '1\n', ...files } }], checkout: true });
  git(path, ['config', 'remote.origin.url', 'git@github.com:Acme/Shop.git']);
  return path;
}

function commit(path: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  git(path, ['add', '.']);
  git(path, ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', 'commit', '-qm', 'later']);
}

async function drain(database: Database): Promise<readonly string[]> {
  const told: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'understudy-telling-'));
  const place = { database: database.place, folder, keyFile: join(folder, 'key'), mirrors: join(folder, 'mirrors') };
  const onJob = (job: { readonly kind: string }, outcome: { readonly sentence: string } | undefined, bug: unknown): void => {
    if (outcome === undefined) throw bug;
    if (job.kind !== 'signals') told.push(outcome.sentence);
  };
  await work({ database, place, now: Date.now, signal: never, once: true, onJob });
  return told;
}

async function again(database: Database, id: string): Promise<readonly string[]> {
  await scanNow(database, id, Date.now());
  return await drain(database);
}

async function kinds(database: Database): Promise<readonly string[]> {
  return (await factsKept(database)).map(({ kind, path, actor }) => `${kind} ${path} ${actor ?? ''}`.trim()).toSorted();
}

async function rows(database: Database) {
  return await database.query
    .selectFrom('delivery')
    .innerJoin('connection', 'connection.number', 'delivery.connection_number')
    .select(['connection.name', 'delivery.facts', 'delivery.headers', 'delivery.problem'])
    .orderBy('connection.name')
    .execute();
}

/** A repository with a decision, a runbook and a catalog, asked to be read. */
async function sourceIn(
  open: () => Promise<Database>,
): Promise<{ readonly database: Database; readonly path: string; readonly id: string }> {
  const [database, path] = [await open(), repository(FIRST)];
  const how = { keyFile: '/nowhere', privateAllowed: false, everyMinutes: 60, now: Date.now() };
  const { id } = await readFrom(database, { address: path, ...how });
  return { database, path, id };
}

const FIRST = { 'docs/adr/0001-cache.md': RECORD('Accepted'), 'runbooks/Late.md': '# Late\n', 'catalog-info.yaml': CATALOG };
const TOLD = [
  'decided docs/adr/0001-cache.md',
  'declared catalog-info.yaml',
  'documented docs/adr/0001-cache.md mail:ada@example.org',
  'documented runbooks/Late.md mail:ada@example.org',
  'proposed docs/adr/0001-cache.md mail:ada@example.org',
];

onBothEngines(({ open }) => {
  it('a scan tells documents, decisions and catalogs, once for each head, and of the next only what changed', async () => {
    const { database, path, id } = await sourceIn(open);
    expect(await drain(database)).toEqual(['1 new commit.']);
    expect(await kinds(database)).toEqual(TOLD);
    expect((await rows(database)).map(({ name, facts, problem }) => [name, facts, problem])).toEqual([
      ['backstage', 1, null],
      ['decisions', 2, null],
      ['documents', 2, null],
    ]);
    const [before, namings] = [await rows(database), await loadNamings(database)];
    expect(namings.map(({ of, name }) => [of, name])).toContainEqual(['mail:ada@example.org', 'Ada Example']);
    expect(await again(database, id)).toEqual(['Nothing was new.']);
    expect(await rows(database)).toEqual(before);
    commit(path, { 'runbooks/Early.md': '# Early\n' });
    expect(await again(database, id)).toEqual(['1 new commit.']);
    expect(await kinds(database)).toEqual([...TOLD, 'documented runbooks/Early.md mail:ada@example.org'].toSorted());
    expect((await rows(database)).map(({ facts }) => facts)).toEqual([1, 2, 3]);
  });

  it('a clone is where it was cloned from, and its scene knows its decisions', async () => {
    const { database, id } = await sourceIn(open);
    await drain(database);
    expect([...(await placesOfSources(database))]).toEqual([[id, 'github.com/acme/shop']]);
    const { scene, joins } = await sceneOfSources(database, { now: Math.floor(Date.now() / 1000) });
    expect(scene.decisions.map(({ item, options }) => [item, options])).toEqual([
      ['decision:github.com/acme/shop/docs/adr/0001-cache.md', 0],
    ]);
    expect(scene.documents.map(({ what }) => what).toSorted()).toEqual(['decision', 'runbook']);
    expect(joins.find(({ kind }) => kind === 'repository')).toMatchObject({ from: 'github.com/acme/shop', rule: 'same address' });
  });

  it('of a history that was written anew everything is told again, and nothing is there twice', async () => {
    const { database, id } = await sourceIn(open);
    await drain(database);
    const lost = (one: { readonly headers: string }) => ({ ...JSON.parse(one.headers), commit: 'f'.repeat(40) }) as object;
    for (const row of await rows(database))
      await database.write(
        async (query) =>
          await query
            .updateTable('delivery')
            .set({ headers: JSON.stringify(lost(row)) })
            .where('headers', '=', row.headers)
            .execute(),
      );
    expect(await again(database, id)).toEqual(['Nothing was new.']);
    expect(await kinds(database)).toEqual(TOLD);
    expect((await rows(database)).map(({ facts }) => facts)).toEqual([1, 2, 2]);
  });

  it('what is turned off is not told, and what cannot be read is said', async () => {
    const { database, path, id } = await sourceIn(open);
    const order = { database, source: id, repository: 'github.com/acme/shop', now: Date.now, signal: never };
    const gone = { ...order, place: { cwd: '/', inside: path }, commit: 'e'.repeat(40) };
    expect(await tellRepository(gone)).toEqual([
      expect.stringMatching(/^Its documents could not be read: ./),
      expect.stringMatching(/^Its catalog could not be read: ./),
    ]);
    await database.write(
      async (query) => await query.updateTable('connection').set({ state: 'off' }).where('name', '=', 'decisions').execute(),
    );
    expect(await drain(database)).toEqual(['1 new commit.']);
    expect(await kinds(database)).toEqual(TOLD.filter((one) => one.startsWith('doc') || one.startsWith('declared')));
    const stopped = tellRepository({ ...order, signal: AbortSignal.abort(), place: gone.place, commit: 'd'.repeat(40) });
    await expect(stopped).rejects.toThrow(/abort/i);
  });
});
