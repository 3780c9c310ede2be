import { workerData } from 'node:worker_threads';
import { markToldAt } from '#app/questions/beyond/told-beyond.ts';
import { answerFacets } from '#core/beyond/facets.ts';
import { answerOwners } from '#core/beyond/owners.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Released } from '#core/terms/released.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { BeyondWanted } from '#server/beyond/beyond-routes.ts';
import { keptWhileSame } from '#server/team/kept-while-same.ts';
import { answerAsked } from '#server/threads/answer-asked.ts';
import { beheldOf, type BeheldOrder } from './beheld-asked.ts';

/** The thread behind what the page on this machine tells beyond git: holds the scene for as long as nothing else is told. */
const order = workerData as BeheldOrder;
const { world, place } = order;
const beheldNow = keptWhileSame(
  async () => await markToldAt({ place, now: Date.now }),
  async () => await beheldOf(order, Date.now),
);

answerAsked(answer);

async function answer({ question, input }: BeyondWanted): Promise<Released> {
  const permit = allow(world.viewer, { question, input });
  const stranger = question === 'owners' ? input.people.find((row) => row >= world.evidence.people.length) : undefined;
  if (stranger !== undefined) throw refusal('unknown-person', { name: `number ${stranger}`, hint: '' });
  const beheld = await beheldNow();
  return question === 'facets' ? release(answerFacets(beheld, input), permit) : release(answerOwners(beheld, input), permit);
}
