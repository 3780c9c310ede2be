import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refusal } from '#core/terms/refusals.ts';
import { BEYOND_INPUTS } from '#contract/questions.ts';

/** Who is away is said by row of the world that the page holds. */
const people = z.preprocess((said) => (said === undefined ? [] : [said].flat()), z.array(z.coerce.number().int().min(0)).max(1000));
const INPUTS = {
  facets: BEYOND_INPUTS.facets,
  owners: BEYOND_INPUTS.owners.omit({ away: true, me: true }).extend({ people }),
} as const;

export type BeyondWanted =
  | {
      readonly [Name in keyof typeof INPUTS]: { readonly question: Name; readonly input: z.output<(typeof INPUTS)[Name]> };
    }['facets' | 'owners']
  | { readonly question: 'signals' };

export interface ToldHere {
  /** Of facets and CODEOWNERS. */
  readonly isTold: boolean;
  /** Words of lines about what git cannot say that are true no longer; null where no source tells anything. */
  readonly closed: readonly string[] | null;
}

/** What sources beyond git tell, and whom CODEOWNERS names. */
export interface BeyondServed {
  /** Whether there is anything to say at all, and what is told. */
  readonly told: () => Promise<ToldHere>;
  /** The answer as the bytes of its JSON, worked out in a thread of its own. */
  readonly ask: (wanted: BeyondWanted) => Promise<Uint8Array<ArrayBuffer>>;
  /** Before anybody asks: what the thread needs is handed over while nobody waits. */
  readonly begin: () => void;
  readonly close: () => Promise<void>;
}

/** `/api/answers/facets`, `/owners` and `/signals`: the envelopes that `understudy facets --json`, `owners --json` and `signals --json` print. */
export function addBeyondRoutes(server: FastifyInstance, { ask, told }: BeyondServed): void {
  const send = async (reply: FastifyReply, wanted: BeyondWanted): Promise<FastifyReply> =>
    reply.type('application/json; charset=utf-8').send(Buffer.from((await ask(wanted)).buffer));
  server.get('/api/answers/facets', async (request, reply) =>
    send(reply, { question: 'facets', input: INPUTS.facets.parse(request.query) }),
  );
  server.get('/api/answers/signals', async (_, reply) => {
    // A look is kept where facts are, and none is begun where there are none.
    if ((await told()).closed === null) throw refusal('nothing-told', {});
    return await send(reply, { question: 'signals' });
  });
  server.get('/api/answers/owners', async (request, reply) =>
    send(reply, { question: 'owners', input: INPUTS.owners.parse(request.query) }),
  );
}
