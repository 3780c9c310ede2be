import { parseAllDocuments } from 'yaml';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import { readEntity } from './read-entity.ts';
import { tellEntity, type CatalogPlace } from './tell-entity.ts';

/** Documents of one file that are read. */
const MOST_DOCUMENTS = 20_000;

/** What a catalog file says, document by document; one that is broken is skipped, and the others are told. */
export function tellCatalog(text: string, from: CatalogPlace): Told {
  const told = { facts: [] as Fact[], namings: [] as Naming[], skipped: [] as Skipped[] };
  const documents = parseAllDocuments(text.replaceAll(TAGS, ''), { logLevel: 'silent', uniqueKeys: false });
  const list = Array.isArray(documents) ? documents.slice(0, MOST_DOCUMENTS) : [];
  for (const [i, document] of list.entries()) {
    const broken = document.errors[0];
    const said: unknown = broken === undefined ? plain(() => document.toJS({ maxAliasCount: 100 })) : undefined;
    if (said === null) continue;
    const entity = broken === undefined ? readEntity(said) : 'it is no YAML';
    if (typeof entity === 'string') told.skipped.push({ what: `document ${i + 1}`, why: entity });
    else add(told, tellEntity(entity, from));
  }
  return told;
}

/** Backstage lets files stand in for values (`$text: …`); such a value is not read. Tags of our own are none of its. */
const TAGS = /!<[^>\n]{0,200}>/g;

function plain(of: () => unknown): unknown {
  try {
    return of();
  } catch {
    // Aliases of aliases.
    return undefined;
  }
}

function add(told: { readonly facts: Fact[]; readonly namings: Naming[]; readonly skipped: Skipped[] }, more: Told): void {
  told.facts.push(...more.facts);
  told.namings.push(...more.namings);
  told.skipped.push(...more.skipped);
}
