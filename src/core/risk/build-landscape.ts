import type { Partition } from '#core/areas/partition.ts';
import { countedAt } from '#core/evidence/counted-at.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { knowledgeMatrix } from '#core/knowledge/calibrated.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Settings } from '#core/terms/settings.ts';
import { coverSums } from './cover-sums.ts';
import { demand } from './demand.ts';
import type { Landscape } from './landscape.ts';
import { presence } from './presence.ts';
import { recentShares } from './recent-shares.ts';

export interface LandscapeQuestion {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly at: Moment;
  readonly settings: Settings;
  /** Most that knowing the siblings of a file is worth (directory-evidence.ts); for measuring how much an answer leans on it. */
  readonly directoryCap?: number;
}

/** Knowledge, presence and demand at one moment, put together. Evidence after the moment is not seen. */
export function buildLandscape({ evidence, partition, at, settings, directoryCap }: LandscapeQuestion): Landscape {
  const counted = countedAt(evidence, at);
  const correction = { shift: settings.knowledgeShift, slope: settings.knowledgeSlope };
  const knowledge = knowledgeMatrix({ evidence, at, correction, ...(directoryCap === undefined ? {} : { directoryCap }) });
  const present = presence(evidence, at);
  const { shape, rate, weight, support } = demand({ evidence, partition, at, counted });
  const areaOfFile = partition.ofFile;
  const recent = recentShares({ evidence, partition, at });
  const sums = coverSums({ knowledge, present, weight, areaOfFile, areaCount: partition.areas.length });
  return { at, areas: partition.areas, areaOfFile, weight, knowledge, present, demand: { shape, rate }, support, recent, sums };
}
