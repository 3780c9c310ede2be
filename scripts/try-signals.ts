/**
 * Tries the signals on public clones: git, documents, decision records and catalogs, at the newest commit and half-years before it. Prints each
 * reading that is raised with its evidence and whom git names as having looked, to be read one by one, and counts (docs/guide/signals.md says what came of it):
 * `node --conditions=understudy-source scripts/try-signals.ts FOLDER DATA_FOLDER OWNER/NAME …`, clones as in read-projects.ts.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from '#app/actions/scan.ts';
import { sceneOf } from '#app/worlds/scene-of.ts';
import { commitAt, restrictHistory } from '#core/evidence/restrict-history.ts';
import type { Told } from '#core/facts/told.ts';
import { readSignals } from '#core/signals/read-signals.ts';
import type { Scene } from '#core/scene/scene.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { readCatalogs } from '#sources/backstage/backstage.ts';
import { gitRepositoryTree } from '#sources/documents/git-repository-tree.ts';
import { readDocuments } from '#sources/documents/read-documents.ts';

const HALF_YEARS = 6;
const [folder = '.', dataFolder = '/tmp/understudy-data', ...names] = process.argv.slice(2);
const counts = new Map<string, { readings: number; raised: number }>();

for (const name of names) {
  const path = [join(folder, name.replace('/', '+'), 'repo'), join(folder, name)].find((place) => existsSync(place));
  const { scanned } = await scan({ paths: path === undefined ? [] : [path], dataFolder, now: Date.now, clock: () => performance.now() });
  for (const { history, facts } of scanned) {
    for (let back = 0; back < HALF_YEARS; back++) {
      const at = facts.headAt - Math.round(back * 182.5) * DAY;
      const row = commitAt(history, at);
      if (row === undefined) continue;
      const past = restrictHistory(history, row);
      const told = await toldBy(path!, name, past.head);
      const scan = { history: past, facts: { ...facts, headAt: at } };
      const scans = [{ name: name.split('/').at(-1)!, addresses: [`https://github.com/${name}`], scan }];
      const beyond = { facts: told.map((one) => one.facts), namings: told.flatMap((one) => one.namings), words: [] };
      const { scene } = await sceneOf(scans, beyond, { now: at });
      tell(name, at, scene);
    }
  }
}
for (const [signal, { readings, raised }] of counts) process.stdout.write(`${signal}: ${raised} of ${readings} readings raised\n`);

async function toldBy(path: string, name: string, commit: string): Promise<readonly Told[]> {
  const place = { cwd: dataFolder, inside: path };
  const tree = await gitRepositoryTree({ place, commit, repository: `github.com/${name.toLowerCase()}` });
  const told = await readCatalogs(tree);
  const documents: Told[] = [];
  for await (const one of readDocuments(tree)) documents.push(one);
  return [...documents, ...told];
}

function tell(name: string, at: Moment, scene: Scene): void {
  const { found } = readSignals(scene, SIGNALS);
  const { work, documents, decisions } = scene;
  const what = `${work.count} commits, ${documents.length} documents, ${decisions.length} decisions`;
  process.stdout.write(`${name} at ${dayOf(at)}: ${what}, ${found.length} readings\n`);
  for (const { signal, reading } of found) {
    const count = counts.get(signal.id) ?? { readings: 0, raised: 0 };
    counts.set(signal.id, { readings: count.readings + 1, raised: count.raised + Number(reading.raised) });
    if (!reading.raised) continue;
    process.stdout.write(`  ${signal.id}: ${reading.sentence}\n`);
    for (const one of reading.evidence.slice(-6))
      process.stdout.write(`    ${dayOf(one.at)} ${one.item} ${one.note}; ${lookedAt(scene, reading.area, one.at)}\n`);
  }
}

/** Whom git names as reviewer, merger or taker of what landed there then, and how many of them know the area: whether nobody who knows it looked. */
function lookedAt({ looks, areas }: Scene, id: string | null, at: Moment): string {
  const area = areas.findIndex((one) => one.id === id);
  const people = new Set(looks.filter((look) => look.area === area && look.at === at).map(({ person }) => person));
  const know = [...people].filter((person) => areas[area]?.carriers?.includes(person));
  return `${people.size} looked, of whom ${know.length} know it`;
}

function dayOf(at: Moment): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}
