import type { AddressedScan } from '#app/worlds/scene-of.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { foundCompany } from '#core/organisation/founding/found-company.ts';
import { liveThrough } from '#core/organisation/live-through.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { rawHistoryOf } from '#core/organisation/telling/raw-history-of.ts';
import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { sourceRow } from './fill-database.ts';
import { NOW } from './on-both-engines.ts';

/** Moment up to which the invented company has lived: that of the tests. */
export const LIVED_UNTIL = NOW / 1000;
let lived: Organisation | undefined;

export function inventedCompany(): Organisation {
  lived ??= liveThrough(foundCompany({ seed: 3, until: LIVED_UNTIL, planted: true }));
  return lived;
}

/** A team whose repositories were read, and whose tools have told everything. */
export async function fillInventedTeam(
  database: Database,
  told = factsOf(inventedCompany()),
  texts: RepositoryFacts['texts'] = [],
): Promise<void> {
  const organisation = inventedCompany();
  for (const [row, name] of organisation.company.repositories.entries()) {
    const id = `r${row}`;
    await addSource(database, { ...sourceRow(id), name, address: `https://github.com/harbour/${name}` });
    const spelled = rawHistoryOf(organisation, row);
    const scan = {
      facts: { ...factsAbout(name), texts },
      spelled,
      mapped: spelled.identities,
      overlay: '',
      fresh: spelled.commits.count,
      since: undefined,
      scannedAt: NOW,
    };
    await database.write(async (query) => await saveScan(query, { sourceId: id, scan }));
  }
  const { number } = await connectionOf(database, 'invented');
  await keptOf(database, number, told);
}

/** The same repositories as somebody has them on their own machine, with this file in the first of them. */
export function inventedScans(configuration: string): readonly AddressedScan[] {
  const organisation = inventedCompany();
  return organisation.company.repositories.map((name, row) => {
    const texts = row === 0 ? [{ path: 'understudy.yaml', text: configuration }] : [];
    const scan = { history: rawHistoryOf(organisation, row), facts: { ...factsAbout(name), texts } };
    return { name, addresses: [`github.com/harbour/${name}`], scan };
  });
}

function factsAbout(name: string): RepositoryFacts {
  const none = { set: new Uint32Array(), unset: new Uint32Array() };
  return {
    key: name,
    path: `/srv/${name}`,
    workTree: '',
    headAt: LIVED_UNTIL,
    attributes: { 'linguist-generated': none, 'linguist-vendored': none, 'linguist-documentation': none },
    texts: [],
    ignoredRevisions: [],
    links: 0,
    submodules: 0,
    notes: [],
  };
}
