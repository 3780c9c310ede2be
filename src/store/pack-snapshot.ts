import { ATTRIBUTE_NAMES } from '#core/evidence/repository-facts.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import type { RawHistory, RawIdentity } from '#core/evidence/raw-history.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';

/** The part of a scan that each scan replaces: the tree at HEAD, what the repository declares, what `.mailmap` says. */
export interface Snapshot {
  readonly tree: RawHistory['tree'];
  readonly mapped: readonly RawIdentity[];
  readonly facts: RepositoryFacts;
}

interface SnapshotMeta {
  readonly mapped: readonly RawIdentity[];
  readonly facts: Omit<RepositoryFacts, 'attributes'>;
}

export function packSnapshot({ tree, mapped, facts: { attributes, ...facts } }: Snapshot): Uint8Array {
  const meta: SnapshotMeta = { mapped, facts };
  const marks = ATTRIBUTE_NAMES.flatMap(
    (name) =>
      [
        [`set ${name}`, attributes[name].set],
        [`unset ${name}`, attributes[name].unset],
      ] as const,
  );
  return packColumns(meta, { treePath: tree.path, treeBytes: tree.bytes, ...Object.fromEntries(marks) });
}

export function unpackSnapshot(bytes: Uint8Array): Snapshot {
  const { meta, columns } = unpackColumns<SnapshotMeta>(bytes);
  const column = (name: string): Uint32Array => columns[name] as Uint32Array;
  const attributes = Object.fromEntries(
    ATTRIBUTE_NAMES.map((name) => [name, { set: column(`set ${name}`), unset: column(`unset ${name}`) }]),
  );
  return {
    tree: { path: column('treePath'), bytes: column('treeBytes') },
    mapped: meta.mapped,
    facts: { ...meta.facts, attributes: attributes as RepositoryFacts['attributes'] },
  };
}
