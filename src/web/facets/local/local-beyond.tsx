import { lazy, Suspense } from 'react';
import type { DaysAway } from '#web/data/world-context.ts';
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

function Now({ asked }: { readonly asked: AskedLocally }) {
  const [address] = useAddress();
  if (momentOf(address.at) !== null) return null;
  return (
    <Suspense>
      <ToldLocally {...asked} />
    </Suspense>
  );
}
