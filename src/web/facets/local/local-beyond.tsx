import { lazy, Suspense } from 'react';
import { type DaysAway, useWorld } from '#web/data/world-context.ts';
import type { AskedLocally } from './told-locally.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';

const ToldLocally = lazy(async () => ({ default: (await import('#web/facets/local/told-locally.tsx')).ToldLocally }));

/** Facets and CODEOWNERS as they stand now: beside what was judged of an earlier day they would speak of another one. */
export function LocalBeyond({ area }: { readonly area: string | null }) {
  return <Now asked={{ area }} />;
}

export function LocalBeyondFront() {
  return <Now asked={{ front: true }} />;
}

export function LocalBeyondAway(days: DaysAway) {
  return <Now asked={days} />;
}

/** Whenever the page speaks of another day, signals are of now: they say so themselves. */
export function LocalSignals() {
  const { hasSignals = false } = useWorld();
  return (
    <Suspense>
      <ToldLocally signals={hasSignals} />
    </Suspense>
  );
}

function Now({ asked }: { readonly asked: AskedLocally }) {
  const [address] = useAddress();
  if (momentOf(address.at) !== null) return null;
  return (
    <Suspense>
      <ToldLocally {...asked} />
    </Suspense>
  );
}
