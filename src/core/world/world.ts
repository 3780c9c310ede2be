import type { Evidence } from '#core/evidence/evidence.ts';
import type { Partition } from '#core/areas/partition.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Viewer } from '#core/policy/viewer.ts';

/** What every question is asked of: clean evidence, boundaries, settings, a moment and a viewer. */
export interface World {
  readonly evidence: Evidence;
  readonly partition: Partition;
  readonly settings: Settings;
  /** The moment judged: evidence after it is not seen. */
  readonly at: Moment;
  readonly viewer: Viewer;
}

/** What every world over the same histories stands on, whoever looks: clean facts, and boundaries as they lie at a moment. It holds names. */
export type Groundwork = Pick<World, 'evidence' | 'partition' | 'at'>;
