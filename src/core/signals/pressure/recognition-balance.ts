import { type CountedCase, shareReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { Scene } from '#core/scene/scene.ts';

/**
 * # Saves are thanked for, prevention is not
 * What it says: what people are thanked for: ending trouble, or preventing it and sharing what they know.
 * Formula: hits ÷ n, for the whole organisation only. n = recognitions of saves, prevention and sharing. Hit = a save. Beside it: how many of all went to
 *   a team. Raised when the low end passes 60 %.
 * Reading: high = whoever wants thanks does well to wait for a fire; low = the quiet work is seen too. It says nothing of whoever was thanked.
 * Source: essay C, “Rewarding individuals for firefighting rather than teams for prevention” (R075).
 * Weakness: which is which, somebody has written down or a channel says; thanks that are spoken are not seen.
 */
export const recognitionBalance: Signal = {
  id: 'recognition-balance',
  name: 'Saves are thanked for, prevention is not',
  requirements: ['R075'],
  asks: 'What are people thanked for: ending trouble, or preventing it and sharing?',
  needs: ['recognition'],
  measures: 'recognitions of saves ÷ recognitions of saves, prevention and sharing',
  unit: 'share',
  move: 'Thank for what was prevented and handed over; the proofs of it are listed.',
  personal: false,
  limits: { threshold: 0.6, least: 10, days: 180, risen: false },
  find: (scene, limits) => {
    const { needs } = recognitionBalance;
    const all = thanks(scene);
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `${shows} recognitions of saves to ${n - shows} of prevention and sharing in ${place}; ${cases.filter((one) => 'toTeam' in one && one.toTeam === true).length} of ${n} went to a team${before}.`;
    return shareReading({ scene, needs, limits, say }, {}, all);
  },
};

function thanks({ recognitions }: Scene): readonly Thanks[] {
  return recognitions.flatMap(({ at, what, toTeam }) =>
    what === 'delivery' || what === 'other'
      ? []
      : [
          {
            item: `recognition of ${dateOf(at)}`,
            at,
            area: NO_SCENE_AREA,
            shows: what === 'save',
            note: `for ${WORDS[what]}`,
            concerns: [],
            toTeam,
          },
        ],
  );
}

interface Thanks extends CountedCase {
  readonly toTeam: boolean;
}

const WORDS = { save: 'a save', prevention: 'prevention', sharing: 'sharing' } as const;
