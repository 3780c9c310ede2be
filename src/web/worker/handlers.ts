import { unpackWorld } from '#core/answers/pack-world.ts';
import { judge } from '#core/answers/judge.ts';
import type { CallName, Calls, MapSize } from '#web/data/protocol.ts';
import { factsOf } from './facts-of.ts';
import { layOut } from './lay-out.ts';
import { demandOfFiles, sumUp } from './node-sums.ts';
import { peopleOf } from './people-of.ts';
import { QUESTIONS } from './questions.ts';
import { weigh } from './weigh.ts';
import { keepWorld, treeOf, worldAt } from './worlds.ts';

/** What the worker can be asked, call by call. */
export const HANDLERS: { readonly [N in CallName]: (input: Calls[N]['input']) => Calls[N]['output'] } = {
  load: ({ bytes }) => {
    keepWorld(unpackWorld(bytes));
    return factsOf(worldAt(null));
  },
  ask: ({ question, input, at }) => {
    const answer = QUESTIONS[question];
    if (answer === undefined) throw new Error(`no question is called ${question}`);
    return answer(worldAt(at), input);
  },
  tree: () => treeOf(),
  layOut: ({ size, ...room }) => layOut(treeOf(), sizesOf(size), room),
  weigh: ({ at, ...what }) => weigh(worldAt(at), treeOf(), what),
  people: () => peopleOf(worldAt(null)),
};

/** A file that is hardly ever touched still gets a twentieth of the mean, or it could not be pointed at. */
const LEAST_ROOM = 0.05;

/** Sizes are of today's tree whatever date is shown, so that places stay where they are while time moves. */
function sizesOf(size: MapSize): Float32Array {
  const world = worldAt(null);
  const tree = treeOf();
  if (size === 'files') return Float32Array.from(tree.files);
  const ofFile = size === 'bytes' ? world.evidence.files.bytes : demandOfFiles(judge(world).landscape);
  const files = Math.max(1, tree.files[0]!);
  const floor = (sumUp(tree, (file) => ofFile[file]!)[0]! / files) * LEAST_ROOM;
  return Float32Array.from(sumUp(tree, (file) => Math.max(floor, ofFile[file]!)));
}
