import type { Told } from '#core/facts/told.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import { companyFacts } from './company-facts.ts';
import { forgeFacts } from './forge-facts.ts';
import { incidentFacts } from './incident-facts.ts';
import { countedHashes, type HashOf } from './hash-of.ts';
import { officeFacts } from './office-facts.ts';
import { namingsOf } from './spelled-by.ts';

/** Everything that the tools of an invented company would tell: what the readers of its files have to come to as well. */
export function factsOf(organisation: Organisation, hashOf: HashOf = countedHashes(organisation)): Told {
  const facts = [
    ...companyFacts(organisation),
    ...forgeFacts(organisation, hashOf),
    ...incidentFacts(organisation),
    ...officeFacts(organisation),
  ];
  return { facts: facts.toSorted((a, b) => a.at - b.at), namings: namingsOf(organisation.company), skipped: [] };
}
