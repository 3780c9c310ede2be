import { workerData } from 'node:worker_threads';
import { markToldAt } from '#app/questions/beyond/told-beyond.ts';
import { answerFacets } from '#core/beyond/facets.ts';
import { answerOwners, type OwnersBeheld } from '#core/beyond/owners.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Released } from '#core/terms/released.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { BeyondWanted } from '#server/beyond/beyond-routes.ts';
import { answerAsked } from '#server/threads/answer-asked.ts';
import { beheldOf, type BeheldOrder } from './beheld-asked.ts';

/** The thread behind what the page on this machine tells beyond git: holds the scene for as long as nothing else is told. */
const order = workerData as BeheldOrder;
const { world, place } = order;
let held: { readonly mark: string; readonly beheld: Promise<OwnersBeheld> } | undefined;

answerAsked(answer);

async function answer({ question, input }: BeyondWanted): Promise<Released> {
  const permit = allow(world.viewer, { question, input });
  const stranger = question === 'owners' ? input.people.find((row) => row >= world.evidence.people.length) : undefined;
  if (stranger !== undefined) throw refusal('unknown-person', { name: `number ${stranger}`, hint: '' });
  const beheld = await beheldNow();
  return question === 'facets' ? release(answerFacets(beheld, input), permit) : release(answerOwners(beheld, input), permit);
}

async function beheldNow(): Promise<OwnersBeheld> {
  const mark = await markToldAt({ place, now: Date.now });
  if (held?.mark !== mark) held = { mark, beheld: beheldOf(order, Date.now) };
  const { beheld } = held;
  // What failed is built again for whoever comes next.
  return await beheld.catch((problem: unknown) => {
    held = undefined;
    throw problem;
  });
}
