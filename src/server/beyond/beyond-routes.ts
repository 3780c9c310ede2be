import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BEYOND_INPUTS } from '#contract/questions.ts';
import type { Released } from '#core/terms/released.ts';

/** Who is away is said by row of the world that the page holds. */
const people = z.preprocess((said) => (said === undefined ? [] : [said].flat()), z.array(z.coerce.number().int().min(0)).max(1000));
const INPUTS = {
  facets: BEYOND_INPUTS.facets,
  owners: BEYOND_INPUTS.owners.omit({ away: true, me: true }).extend({ people }),
} as const;

export type BeyondWanted = {
  readonly [Name in keyof typeof INPUTS]: { readonly question: Name; readonly input: z.output<(typeof INPUTS)[Name]> };
}['facets' | 'owners'];

/** What sources beyond git tell, and whom CODEOWNERS names. */
export interface BeyondServed {
  /** Whether there is anything to say at all. */
  readonly isTold: () => Promise<boolean>;
  readonly ask: (wanted: BeyondWanted) => Promise<Released>;
}

/** `/api/answers/facets`, `/api/answers/owners`: the envelopes that `understudy facets --json` and `understudy owners --json` print. */
export function addBeyondRoutes(server: FastifyInstance, { ask }: BeyondServed): void {
  server.get('/api/answers/facets', async (request, reply) =>
    reply.send(await ask({ question: 'facets', input: INPUTS.facets.parse(request.query) })),
  );
  server.get('/api/answers/owners', async (request, reply) =>
    reply.send(await ask({ question: 'owners', input: INPUTS.owners.parse(request.query) })),
  );
}
