import '#web/team/without-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { DaysAway } from '#web/data/world-context.ts';
import { BEYOND_OF_PAGE } from '#web/facets/asked/beyond-of-page.ts';
import { BeyondContext } from '#web/facets/asked/use-beyond.ts';
import { AwayBeyond } from '#web/facets/away-beyond.tsx';
import { FacetsOnFront } from '#web/facets/facets-on-front.tsx';
import { SignalsLocally } from './signals-locally.tsx';
import { ToldBeyond } from '#web/facets/told-beyond.tsx';

/** Signals, and whether there are any to ask for; of the whole in short, of one area or (null) of all, or of days on which people are away. */
export type AskedLocally = { readonly signals: boolean } | { readonly front: true } | { readonly area: string | null } | DaysAway;

const client = new QueryClient();

/** On one's own machine: the same parts as on a team's server, asked of the command that serves the page. */
export function ToldLocally(asked: AskedLocally) {
  return (
    <QueryClientProvider client={client}>
      <BeyondContext value={BEYOND_OF_PAGE}>
        <Told asked={asked} />
      </BeyondContext>
    </QueryClientProvider>
  );
}

function Told({ asked }: { readonly asked: AskedLocally }) {
  if ('signals' in asked) return <SignalsLocally told={asked.signals} />;
  if ('front' in asked) return <FacetsOnFront />;
  return 'area' in asked ? <ToldBeyond area={asked.area} /> : <AwayBeyond {...asked} />;
}
