import type { RepositoryCleaning } from '#core/evidence/clean-options.ts';
import type { Exclusion } from '#core/evidence/exclusion-of.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { ATTRIBUTE_NAMES, RepositoryFacts } from '#core/evidence/repository-facts.ts';

const MEANING: Readonly<Record<(typeof ATTRIBUTE_NAMES)[number], Exclusion | undefined>> = {
  'linguist-generated': 'generated',
  'linguist-vendored': 'vendored',
  // Documentation is knowledge too: it stays in.
  'linguist-documentation': undefined,
};

/** What a repository says about itself, in the form that cleaning takes; `isIgnored` comes from the configuration. */
export function repositoryCleaning(history: RawHistory, facts: RepositoryFacts, isIgnored?: (path: string) => boolean): RepositoryCleaning {
  const attributes = new Map<string, Exclusion>();
  for (const [name, { set, unset }] of Object.entries(facts.attributes)) {
    const exclusion = MEANING[name as keyof typeof MEANING];
    if (exclusion === undefined) continue;
    for (const path of unset) if (!attributes.has(history.paths[path]!)) attributes.set(history.paths[path]!, 'none');
    for (const path of set) attributes.set(history.paths[path]!, exclusion);
  }
  return { attributes, ignoredRevisions: facts.ignoredRevisions, ...(isIgnored === undefined ? {} : { isIgnored }) };
}
