import { choosePartition } from '#core/areas/choose-partition.ts';
import { compilePattern } from '#core/areas/compile-pattern.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { repositoryCleaning } from '#core/cleaning/repository-cleaning.ts';
import type { CleanOptions } from '#core/evidence/clean-options.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { publishedEvidence } from '#core/published/published-evidence.ts';
import type { Groundwork } from '#core/world/world.ts';
import { momentOf, type WorldOrder } from './world-of.ts';

/** Clean evidence and areas of these repositories: the long part of a world, and the same for whoever looks. */
export function groundworkOf(order: WorldOrder): Groundwork {
  const histories = order.repositories.map((r) => r.history);
  return drawn(order, order.published ? asPublished(order) : cleanEvidence(histories, cleaningOf(order)));
}

/** What was kept, with boundaries as they lie at the moment that is asked about now. */
export function redrawn(order: WorldOrder, kept: Groundwork): Groundwork {
  return drawn(order, kept.evidence);
}

function drawn(order: WorldOrder, evidence: Evidence): Groundwork {
  const { configuration, repositories } = order;
  const at = momentOf(order, evidence);
  const declared = { configured: configuration.areas ?? [], texts: repositories.map((r) => r.facts.texts) };
  return { evidence, partition: choosePartition({ evidence, declared, at }), at };
}

function asPublished(order: WorldOrder): Evidence {
  const cleaning = cleaningOf(order).repositories?.[0];
  return publishedEvidence({ history: order.repositories[0]!.history, ...(cleaning === undefined ? {} : { cleaning }) });
}

function cleaningOf({ repositories, configuration: { people, ignore } }: WorldOrder): CleanOptions {
  const patterns = (ignore ?? []).map(compilePattern);
  const isIgnored = (path: string): boolean => patterns.some((matches) => matches(path));
  return {
    repositories: repositories.map(({ history, facts }) => repositoryCleaning(history, facts, isIgnored)),
    people: people ?? {},
  };
}
