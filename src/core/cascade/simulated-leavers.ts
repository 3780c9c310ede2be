import { drawFrom } from '#core/chance/draw.ts';
import { drawnWay } from '#core/factor/absence-factor.ts';
import { gatherCrew, type Unit } from '#core/factor/crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Settings } from '#core/terms/settings.ts';
import { type LeaverCase, type LeaverLoss, leaverLossOf } from './leaver-loss.ts';

/** More likely here than not: of these it is counted how many are gone in a draw. */
const HERE = 0.5;

/** The draws of core/factor/loss.ts, told as cases beside historical and replayed ones: people leave independently of each other. */
export function simulatedLeavers(landscape: Landscape, unit: Unit, { draws, seed }: Pick<Settings, 'draws' | 'seed'>): LeaverLoss {
  const before = 1 - gatherCrew(landscape, unit).cover();
  const draw = drawFrom(seed);
  const buffer = new Float32Array(landscape.knowledge.person.length);
  const likely = [...landscape.present.keys()].filter((person) => landscape.present[person]! >= HERE);
  const cases = Array.from({ length: draws }, (): LeaverCase => {
    const way = drawnWay({ landscape, files: unit.files, draw, buffer });
    const people = likely.reduce((gone, person) => gone + (way.there[person] === 0 ? 1 : 0), 0);
    return { people, loss: 1 - gatherCrew(landscape, unit, [way]).cover(), before };
  });
  return leaverLossOf('simulated', cases)!;
}
