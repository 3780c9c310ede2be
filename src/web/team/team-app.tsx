import './without-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { openTeamRouter } from './team-router.tsx';

const router = openTeamRouter();
const client = new QueryClient();

/** The team edition: everything is asked of the server, which lets out what its reader may see. */
export function TeamApp() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>
  );
}
