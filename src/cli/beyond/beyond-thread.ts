import { workerData } from 'node:worker_threads';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { answerSignalsRead } from '#app/questions/signals/answer-read.ts';
import { signalsLooked, type StandsHere } from '#cli/noticing/signals-looked.ts';
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

/** What `understudy signals` does: looks where anything else is told since, keeps what was noticed, and tells it. */
const lookedNow = keptWhileSame(
  async () => await markToldAt({ place, now: Date.now }),
  async () => await withDatabase({ place, now: Date.now }, async (database) => await signalsLooked({ database, now: Date.now, standHere })),
);

async function answer(wanted: BeyondWanted): Promise<Released> {
  return wanted.question === 'signals' ? await answerOfSignals() : await answerOfScene(wanted);
}

async function answerOfSignals(): Promise<Released> {
  const { viewer, scope } = await lookedNow();
  const permit = allow(viewer, { question: 'signals' });
  return await withDatabase({ place, now: Date.now }, async (database) =>
    release(await answerSignalsRead(database, { viewer, ownWords: [], now: Date.now(), scope }), permit),
  );
}

async function standHere(): Promise<readonly StandsHere[]> {
  return order.repositories.map(({ name, history, facts }) => ({ key: facts.key, name, path: facts.path, scan: { history, facts } }));
}

async function answerOfScene({ question, input }: Exclude<BeyondWanted, { readonly question: 'signals' }>): Promise<Released> {
  const permit = allow(world.viewer, { question, input });
  const stranger = question === 'owners' ? input.people.find((row) => row >= world.evidence.people.length) : undefined;
  if (stranger !== undefined) throw refusal('unknown-person', { name: `number ${stranger}`, hint: '' });
  const beheld = await beheldNow();
  return question === 'facets' ? release(answerFacets(beheld, input), permit) : release(answerOwners(beheld, input), permit);
}
