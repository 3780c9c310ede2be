import type { Partition } from '#core/areas/partition.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { packEvidence, type PackedEvidenceMeta, unpackEvidence } from '#core/evidence/pack-evidence.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';
import type { Moment } from '#core/terms/moment.ts';

/** What every world over the same histories stands on, whoever looks: clean facts, and boundaries as they lie at a moment. It holds names. */
export interface Groundwork {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
}

interface PackedMeta extends PackedEvidenceMeta {
  readonly areas: Partition['areas'];
  readonly reading: string;
  readonly at: Moment;
}

export function packGroundwork({ evidence, partition, at }: Groundwork): Uint8Array {
  const { meta, columns } = packEvidence(evidence);
  const whole: PackedMeta = { ...meta, areas: partition.areas, reading: partition.reading, at };
  return packColumns(whole, { ...columns, areaOfFile: partition.ofFile });
}

/** What was packed; throws `RangeError` on anything malformed. */
export function unpackGroundwork(bytes: Uint8Array): Groundwork {
  const { meta, columns } = unpackColumns<PackedMeta>(bytes);
  const partition = { areas: meta.areas, reading: meta.reading, ofFile: columns['areaOfFile'] as Uint16Array };
  return { evidence: unpackEvidence({ meta, columns }), partition, at: meta.at };
}
