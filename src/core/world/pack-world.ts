import type { Partition } from '#core/areas/partition.ts';
import { packEvidence, type PackedEvidenceMeta, unpackEvidence } from '#core/evidence/pack-evidence.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import { type Packed, packColumns, unpackColumns } from '#core/terms/columns.ts';
import type { Groundwork, World } from './world.ts';

interface PackedGroundworkMeta extends PackedEvidenceMeta {
  readonly areas: Partition['areas'];
  readonly reading: string;
  readonly at: World['at'];
}

interface PackedWorldMeta extends PackedGroundworkMeta {
  readonly settings: World['settings'];
  readonly viewer: World['viewer'];
}

/** A whole world as bytes, for the page. Names travel only when the world's viewer may see them. */
export function packWorld({ evidence, settings, viewer, ...laid }: World): Uint8Array<ArrayBuffer> {
  const { meta, columns } = packed({ ...laid, evidence: redactEvidence(evidence, viewer) });
  return packColumns({ ...meta, settings, viewer } satisfies PackedWorldMeta, columns);
}

/** The world that was packed; throws `RangeError` on anything malformed. */
export function unpackWorld(bytes: Uint8Array): World {
  const whole = unpackColumns<PackedWorldMeta>(bytes);
  const { settings, viewer } = whole.meta;
  return { ...unpacked(whole), settings, viewer };
}

/** Groundwork as bytes, names and all: for the store, never for a viewer. */
export function packGroundwork(groundwork: Groundwork): Uint8Array {
  const { meta, columns } = packed(groundwork);
  return packColumns(meta, columns);
}

/** The groundwork that was packed; throws `RangeError` on anything malformed. */
export function unpackGroundwork(bytes: Uint8Array): Groundwork {
  return unpacked(unpackColumns<PackedGroundworkMeta>(bytes));
}

function packed({ evidence, partition, at }: Groundwork): Packed<PackedGroundworkMeta> {
  const { meta, columns } = packEvidence(evidence);
  return {
    meta: { ...meta, areas: partition.areas, reading: partition.reading, at },
    columns: { ...columns, areaOfFile: partition.ofFile },
  };
}

function unpacked({ meta, columns }: Packed<PackedGroundworkMeta>): Groundwork {
  const { areas, reading, at } = meta;
  const evidence = unpackEvidence({ meta, columns });
  return { evidence, partition: { areas, reading, ofFile: columns['areaOfFile'] as Uint16Array }, at };
}
