import type { Answer } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import { envelope } from '#core/world/envelope.ts';
import type { World } from '#core/world/world.ts';
import { type BoardSeen, boardSeen, type Looker } from './board-seen.ts';
import { type WeightsAsked, type WeightsSeen, weightsSeen } from './weights-seen.ts';

const METHOD = { name: 'the map, as columns', version: '1' };
/** Columns of numbers stand in the value; a table of them is what `areas` and `map` answer. */
const NO_TABLE = { columns: [], rows: [], because: [], method: METHOD };

/** The tree that the map draws, in the envelope that everything else leaves in. */
export function answerBoard(world: World, looker?: Looker): Answer<BoardSeen> {
  const value = boardSeen(world, looker);
  const reading = `${counted(value.facts.files, 'file')} in ${counted(value.facts.areas.length, 'area')}, told down to its ${value.deepest}.`;
  return envelope(world, { name: 'board', question: 'Which places does the map have?', value, reading, ...NO_TABLE });
}

/** One colour of it. */
export function answerWeights(world: World, asked: WeightsAsked, looker?: Looker): Answer<WeightsSeen> {
  const value = weightsSeen(world, asked, looker);
  const reading = `One figure for each of ${counted(value.share.length, 'place')}, in the order of the board.`;
  return envelope(world, { name: 'weights', question: `How much ${asked.colour} has each place of the map?`, value, reading, ...NO_TABLE });
}
