import './without-eval.ts';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Refusal } from '#core/terms/refusal.ts';
import { takeAskedPage } from '#web/entry/asked-page.ts';
import { WelcomePage } from '#web/entry/welcome-page.tsx';
import { Gate } from './gate.tsx';
import { openTeamRouter } from './team-router.tsx';

// Whoever signed in elsewhere comes back to the first page, and wanted another one.
const asked = takeAskedPage();
if (asked !== null) history.replaceState(null, '', asked);

const router = openTeamRouter();

/** Wherever it turns out that a session has ended, it is asked again who is there, and the gate closes. */
const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (problem, { queryKey }) => {
      if (problem instanceof Refusal && problem.code === 'not-signed-in' && queryKey[1] !== 'who-am-i')
        void client.invalidateQueries({ queryKey: ['Me', 'who-am-i'] });
    },
  }),
});

/** The team edition: everything is asked of the server, which lets out what its reader may see. */
export function TeamApp() {
  return (
    <QueryClientProvider client={client}>
      {location.pathname === '/welcome' ? (
        <WelcomePage />
      ) : (
        <Gate>
          <RouterProvider router={router as never} />
        </Gate>
      )}
    </QueryClientProvider>
  );
}
