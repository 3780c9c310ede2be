import '#web/team/without-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { DaysAway } from '#web/data/world-context.ts';
import { BEYOND_OF_PAGE } from '#web/facets/asked/beyond-of-page.ts';
import { BeyondContext } from '#web/facets/asked/use-beyond.ts';
import { AwayBeyond } from '#web/facets/away-beyond.tsx';
import { ToldBeyond } from '#web/facets/told-beyond.tsx';

const client = new QueryClient();

/** On one's own machine: the same parts as on a team's server, asked of the command that serves the page. */
export function ToldLocally(asked: { readonly area: string | null } | DaysAway) {
  return (
    <QueryClientProvider client={client}>
      <BeyondContext value={BEYOND_OF_PAGE}>{'area' in asked ? <ToldBeyond area={asked.area} /> : <AwayBeyond {...asked} />}</BeyondContext>
    </QueryClientProvider>
  );
}
