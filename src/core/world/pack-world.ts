import type { Partition } from '#core/areas/partition.ts';
import {
  laidEvidence,
  type LaidEvidenceMeta,
  layEvidence,
  packEvidence,
  type PackedEvidenceMeta,
  unpackEvidence,
} from '#core/evidence/pack-evidence.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';
import type { Groundwork, World } from './world.ts';

interface PartitionMeta {
  readonly areas: Partition['areas'];
  readonly reading: string;
  readonly at: World['at'];
}

interface PackedWorldMeta extends PackedEvidenceMeta, PartitionMeta {
  readonly settings: World['settings'];
  readonly viewer: World['viewer'];
}

/** A whole world as bytes, for the page. Names travel only when the world's viewer may see them. */
export function packWorld({ evidence, partition, settings, at, viewer }: World): Uint8Array<ArrayBuffer> {
  const { meta, columns } = packEvidence(redactEvidence(evidence, viewer));
  const whole: PackedWorldMeta = { ...meta, areas: partition.areas, reading: partition.reading, settings, at, viewer };
  return packColumns(whole, { ...columns, areaOfFile: partition.ofFile });
}

/** The world that was packed; throws `RangeError` on anything malformed. */
export function unpackWorld(bytes: Uint8Array): World {
  const { meta, columns } = unpackColumns<PackedWorldMeta>(bytes);
  const { areas, reading, settings, at, viewer } = meta;
  const evidence = unpackEvidence({ meta, columns });
  return { evidence, partition: { areas, reading, ofFile: columns['areaOfFile'] as Uint16Array }, settings, at, viewer };
}

type PackedGroundworkMeta = LaidEvidenceMeta & PartitionMeta;

/** Groundwork as bytes, names and all: for the store, never for a viewer. */
export function packGroundwork({ evidence, partition, at }: Groundwork): Uint8Array {
  const { meta, columns } = layEvidence(evidence);
  const whole: PackedGroundworkMeta = { ...meta, areas: partition.areas, reading: partition.reading, at };
  return packColumns(whole, { ...columns, areaOfFile: partition.ofFile });
}

/** The groundwork that was packed; throws `RangeError` or `TypeError` on anything malformed. */
export function unpackGroundwork(bytes: Uint8Array): Groundwork {
  const { meta, columns } = unpackColumns<PackedGroundworkMeta>(bytes);
  const { areas, reading, at, ...own } = meta;
  const evidence = laidEvidence({ meta: own, columns });
  return { evidence, partition: { areas, reading, ofFile: columns['areaOfFile'] as Uint16Array }, at };
}
