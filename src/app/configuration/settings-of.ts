import type { Configuration } from '#contract/configuration.ts';
import type { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/terms/settings.ts';

/** The numbers that hold: what the configuration says over the defaults. */
export function settingsOf(configuration: Configuration): Settings {
  const said = configuration.judgement ?? {};
  const d = DEFAULT_SETTINGS;
  const settings: Settings = {
    ...d,
    absenceDays: said['absence-days'] ?? d.absenceDays,
    movesFrom: said['moves-from'] ?? d.movesFrom,
    stopsBelow: said['stops-below'] ?? d.stopsBelow,
    carrierFrom: said['carrier-from'] ?? d.carrierFrom,
    minimumCommits: said['minimum-commits'] ?? d.minimumCommits,
    knowledgeShift: said['knowledge-shift'] ?? d.knowledgeShift,
    knowledgeSlope: said['knowledge-slope'] ?? d.knowledgeSlope,
    seed: said.seed ?? d.seed,
    draws: said.draws ?? d.draws,
  };
  if (settings.stopsBelow > settings.movesFrom) throw contradiction(settings);
  return settings;
}

function contradiction({ stopsBelow, movesFrom }: Settings): Refusal {
  const problem = `judgement: stops-below (${stopsBelow}) lies above moves-from (${movesFrom})`;
  return refusal('configuration', { place: 'understudy.yaml', line: '', problem, remedy: 'Make stops-below the smaller of the two.' });
}
