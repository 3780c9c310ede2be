import { unpackWorld } from '#core/world/pack-world.ts';
import type { CallName, Calls } from '#web/data/calls.ts';
import { factsOf } from '#core/board/facts-of.ts';
import { layOut } from './lay-out.ts';
import { peopleOf } from './people-of.ts';
import { questionNamed } from './questions.ts';
import { sizesOf } from '#core/weights/sizes-of.ts';
import { judgeMoment, trendSoFar, trendTimes } from './trend-so-far.ts';
import { weigh } from '#core/weights/weigh.ts';
import { keepWorld, treeOf, worldAt } from './worlds.ts';

/** What the worker can be asked, call by call. */
export const HANDLERS: { readonly [N in CallName]: (input: Calls[N]['input']) => Calls[N]['output'] } = {
  load: ({ bytes, me }) => {
    keepWorld(unpackWorld(bytes));
    return factsOf(worldAt(null), me);
  },
  ask: ({ question, input, at }) => questionNamed(question)(worldAt(at), input),
  tree: () => treeOf(),
  layOut: ({ size, ...room }) => layOut(treeOf(), sizesOf(worldAt(null), treeOf(), size), room),
  weigh: ({ at, ...what }) => weigh(worldAt(at), treeOf(), what),
  people: () => peopleOf(worldAt(null)),
  trendTimes,
  trendSoFar: ({ area }) => trendSoFar(area),
  judgeMoment: ({ at }) => judgeMoment(at),
};
