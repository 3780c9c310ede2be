import { parentPort, workerData } from 'node:worker_threads';
import type { Behind } from '#app/questions/privacy/areas-behind.ts';
import { whyGone } from '#app/questions/team/database-ready.ts';
import type { Released } from '#core/terms/released.ts';
import { factsOfRefusal, Refusal, type RefusalFacts } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { heldTo } from '#core/policy/viewer.ts';
import { answerInSteps } from '#server/answer-question.ts';
import { heldBack, refuseHeld } from '#core/findings/hold-back.ts';
import type { World } from '#core/world/world.ts';
import { connectorsGiving } from '#app/actions/connections/connectors-giving.ts';
import { answerBeyond } from '#app/questions/beyond/answer-beyond.ts';
import { type BeyondName, isBeyond } from '#contract/questions.ts';
import { ThreadWorlds } from './thread-worlds.ts';
import type { FromThread, JoinsOrder, Order, SourceAsked, ThreadStart, ToThread, Work } from './thread-talk.ts';

/** A thread that answers: holds worlds, works out one question after the other, and lets others in between the steps of a long one. */
const worlds = new ThreadWorlds(workerData as ThreadStart);
const cancelled = new Set<number>();
const working = new Set<number>();

parentPort!.on('message', (message: ToThread) => {
  if (!('cancel' in message)) void work(message);
  else if (working.has(message.cancel)) cancelled.add(message.cancel);
});

type Told = { readonly json: Uint8Array } | { readonly moved: true } | { readonly cancelled: true } | { readonly bug: string };
type Reply = Told | { readonly refusal: RefusalFacts };

async function work({ id, ...order }: Work & { readonly id: number }): Promise<void> {
  working.add(id);
  const reply = await replyTo(id, order).catch(asReply);
  working.delete(id);
  cancelled.delete(id);
  const message: FromThread = { id, warm: worlds.warm, ...reply };
  parentPort!.postMessage(message, 'json' in reply ? [reply.json.buffer as ArrayBuffer] : []);
}

async function replyTo(id: number, order: Work): Promise<Reply> {
  await othersFirst();
  if (cancelled.has(id)) return { cancelled: true };
  return 'joins' in order ? { json: await encodeJoins(order) } : await answered(id, order);
}

async function answered(id: number, order: Order): Promise<Reply> {
  const known = await worlds.of(order.world);
  if (known === undefined) return { moved: true };
  const viewer = heldTo(order.viewer, known.world.viewer.mode);
  for (const input of order.behind?.areas.map((area) => ({ area })) ?? [order.input]) refuseHeld(known.world, order.held, input);
  const world = worldWithout(known.world, order.held);
  if (order.behind !== undefined) {
    const own = known.ownRows(order.ownWords);
    return { json: encodeBehind(await worlds.behind({ world, known }, { ...order.behind, viewer, own })) };
  }
  const { question } = order;
  if (isBeyond(question)) return await beyond(world, { ...order, question, viewer });
  const steps = answerInSteps(
    world,
    { ...order, question },
    { viewer, ownWords: order.ownWords, ownRows: known.ownRows, closed: order.closed },
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { json: encode(value) };
    await othersFirst();
    if (cancelled.has(id)) return { cancelled: true };
  }
}

/** Asked of the scene of everything, beside the world of the one source. */
async function beyond(world: World, order: Order & { readonly question: BeyondName }): Promise<Reply> {
  const { now, looks } = order.scene!;
  const built = await worlds.scene(now);
  const [{ id: source }] = order.world.sources as readonly [SourceAsked];
  return { json: encode(answerBeyond(built, { ...order, source, world, looks, connectors: connectorsGiving() })) };
}

const withoutHeld = new WeakMap<World, { readonly key: string; readonly world: World }>();

/** The last one of each world stays warm: most who ask in these days see the same. */
function worldWithout(world: World, held: Order['held']): World {
  if (held.length === 0) return world;
  const key = JSON.stringify(held);
  const known = withoutHeld.get(world);
  if (known?.key === key) return known.world;
  const less = heldBack(world, held);
  withoutHeld.set(world, { key, world: less });
  return less;
}

async function othersFirst(): Promise<void> {
  await new Promise<void>((go) => void setImmediate(go));
}

function asReply(problem: unknown): Reply {
  if (problem instanceof Refusal) return { refusal: factsOfRefusal(problem) };
  const gone = whyGone(problem);
  if (gone !== undefined) return asReply(refusal('database-unreachable', { place: 'of the team', reason: gone }));
  return { bug: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
}

/** Nothing but what policy let out becomes bytes here. */
function encode(answer: Released): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(answer));
}

/** Not an answer: it goes to the handler that asked for it, who keeps whose names are in it before anybody else hears them. */
function encodeBehind(behind: Behind): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(behind));
}

/** What policy lets the one who asks know, and of whom for the log; or why they may not say a word. */
async function encodeJoins({ joins }: JoinsOrder): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify(await worlds.joins(joins)));
}
