import type { FactDetails } from '#core/facts/fact-details.ts';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import type { Fact, FactOf } from '#core/facts/fact.ts';

type Loose<Said> = { readonly [Name in keyof Said]: Said[Name] | undefined };

/** A fact as a source can say it: whatever it leaves out is left out, not there as nothing. */
export function saidFact<Kind extends FactKind>(
  kind: Kind,
  said: Loose<Omit<FactOf<Kind>, 'kind' | 'detail' | 'reference' | 'at'>> & Pick<FactOf<Kind>, 'reference' | 'at'>,
  detail?: Loose<FactDetails[Kind]>,
): Fact {
  const known = detail === undefined ? {} : present(detail);
  const whole = { kind, ...present(said), ...(Object.keys(known).length === 0 ? {} : { detail: known }) };
  return whole as unknown as Fact;
}

function present(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
