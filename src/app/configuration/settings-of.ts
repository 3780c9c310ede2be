import type { Configuration } from '#contract/configuration.ts';
import { refuse } from '#core/terms/refusals.ts';
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
    seed: said.seed ?? d.seed,
    draws: said.draws ?? d.draws,
  };
  if (settings.stopsBelow > settings.movesFrom) throw refuse('configuration', `judgement: stops-below (${settings.stopsBelow}) lies above moves-from (${settings.movesFrom}).`, 'Make stops-below the smaller of the two.');
  return settings;
}
