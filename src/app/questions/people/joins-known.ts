import type { Join } from '#core/joins/join-rules.ts';
import { addressesOf } from '#core/joins/people/addresses-of.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { SceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import type { Database } from '#store/database/database.ts';
import { loadNamings } from '#store/facts/load-facts.ts';
import { joinWordRows } from '#store/people/join-words.ts';

/** A join, and what is needed to say who may see it. Holds names: leaves the process only through `core/policy`. */
export interface KnownJoin extends Join {
  /** What the source calls either beside its handle. */
  readonly fromName: string | null;
  readonly toName: string | null;
  /** Addresses of whomever it speaks of, in lower case; none where it speaks of things. */
  readonly addresses: readonly string[];
  /** Account behind the last word of it; null where nobody has said one, or somebody did by hand. */
  readonly saidBy: string | null;
}

/** What is kept of a scene for telling joins. */
export interface KnownJoins {
  /** As strict as the repositories want it. */
  readonly mode: Mode;
  /** By kind, then by name. */
  readonly joins: readonly KnownJoin[];
}

/** The joins of a scene, and what this database says of them. */
export async function joinsKnown(database: Database, built: SceneOfSources): Promise<KnownJoins> {
  const namings = await loadNamings(database);
  const addresses = addressesOf(built.joins, built.world.evidence.people, namings);
  const names = new Map(namings.flatMap(({ of, name }) => (name === undefined ? [] : [[of as string, name] as const])));
  const said = new Map(
    (await joinWordRows(database.query)).map((row) => [keyOf({ ...row, from: row.joined, to: row.meant }), row.by_account]),
  );
  const joins = built.joins.map((join) => ({
    ...join,
    fromName: names.get(join.from) ?? null,
    toName: names.get(join.to) ?? null,
    addresses: join.kind === 'person' || join.from.startsWith('mail:') ? [...new Set([join.from, join.to].flatMap(addresses))] : [],
    saidBy: said.get(keyOf(join)) ?? null,
  }));
  return { mode: built.mode, joins: joins.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

function keyOf({ kind, from, to }: Pick<Join, 'kind' | 'from' | 'to'>): string {
  return [kind, from, to].join('\n');
}
