import type { Because } from '#core/terms/answer.ts';
import { listed, percentOf, percentWithBand } from '#core/terms/figures.ts';
import type { Judgement } from './judge.ts';
import type { World } from './world.ts';

/** Why the headline is what it is, under the id `value`; nothing where nothing could be judged. */
export function becauseOfNorthStar(world: World, { worst, rows }: Judgement): readonly Because[] {
  if (worst.northStar === null) return [];
  const causes = worst.causes.map(({ area, lost }) => `${rows[area]!.area} (${percentOf(lost)} of all work)`);
  return [
    {
      id: 'value',
      claim: `In the single absence that costs most, ${percentWithBand(worst.northStar)} of the expected work would still be carried; ${percentOf(worst.servedBefore?.value ?? 0)} with everybody here.`,
      formula:
        'the least, over all people d, of Σ over areas of weight × (cover − what d alone adds); weight = tier (3, 2, 1) × expected changes',
      inputs: [
        { name: 'areas judged', value: rows.filter((row) => row.verdict !== 'not judged').length },
        { name: 'days', value: world.settings.absenceDays },
        { name: 'most of it is lost in', value: listed(causes.slice(0, 5)) || 'no area' },
      ],
      evidence: [],
      wouldChange: [
        'A second person taking part where one carries alone; it does not rise when that one works less.',
        ...worst.causes.slice(0, 3).map(({ area }) => `A second carrier of ${rows[area]!.area}.`),
      ],
      confidence: `${Math.round(worst.northStar.level * 100)} % interval, over how uncertain knowledge and presence are`,
      method: 'north-star/1',
    },
  ];
}
