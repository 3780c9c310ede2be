import { parseAllDocuments } from 'yaml';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import { fieldOf, shapeOf } from '#sources/payloads/shape.ts';
import { readEntity } from './read-entity.ts';
import { tellEntity, type CatalogPlace } from './tell-entity.ts';

/** Documents of one file that are read. */
const MOST_DOCUMENTS = 20_000;

/** What a catalog file says, entity by entity; one that is broken is skipped, and the others are told. */
export function tellCatalog(text: string, from: CatalogPlace): Told {
  const told = { facts: [] as Fact[], namings: [] as Naming[], skipped: [] as Skipped[] };
  for (const { what, said } of answeredIn(text) ?? documentsIn(text)) {
    const entity = said === undefined ? 'it is no YAML' : readEntity(said);
    if (typeof entity === 'string') told.skipped.push({ what, why: entity });
    else add(told, tellEntity(entity, from));
  }
  return told;
}

interface Document {
  readonly what: string;
  /** Undefined where it cannot be parsed. */
  readonly said: unknown;
}

/** Backstage lets files stand in for values (`$text: …`); such a value is not read. Tags of our own are none of its. */
const TAGS = /!<[^>\n]{0,200}>/g;

function documentsIn(text: string): readonly Document[] {
  const documents = parseAllDocuments(text.replaceAll(TAGS, ''), { logLevel: 'silent', uniqueKeys: false });
  const list = Array.isArray(documents) ? documents.slice(0, MOST_DOCUMENTS) : [];
  return list
    .map((document, i) => ({
      what: `document ${i + 1}`,
      said: document.errors[0] === undefined ? plain(() => document.toJS({ maxAliasCount: 100 }) as unknown) : undefined,
    }))
    .filter(({ said }) => said !== null);
}

/** What the catalog's own API answers: a list of entities (`/entities`), or one under `items` (`/entities/by-query`); undefined where it is no JSON. */
function answeredIn(text: string): readonly Document[] | undefined {
  const parsed = /^\uFEFF?\s*[[{]/.test(text) ? plain(() => JSON.parse(text.replace(/^\uFEFF/, '')) as unknown) : undefined;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const items = Array.isArray(parsed) ? parsed : fieldOf(shapeOf(parsed), 'items');
  const list: readonly unknown[] = Array.isArray(items) ? items : [parsed];
  return list.slice(0, MOST_DOCUMENTS).map((said, i) => ({ what: `entity ${i + 1}`, said: said ?? {} }));
}

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
