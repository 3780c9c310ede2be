import type { Partition } from '#core/areas/partition.ts';
import { packEvidence, type PackedEvidenceMeta, unpackEvidence } from '#core/evidence/pack-evidence.ts';
import { redactEvidence } from '#core/policy/redact-evidence.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';
import type { World } from './world.ts';

interface PackedWorldMeta extends PackedEvidenceMeta {
  readonly areas: Partition['areas'];
  readonly reading: string;
  readonly settings: World['settings'];
  readonly at: World['at'];
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
