import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { countCarriers, sayCarriers } from './say-carriers.ts';

const knowing = (knows: number, present = 1, silentDays = 0) => ({ knows, present, silentDays });

describe('carriers in words', () => {
  it.each([
    [[knowing(0.9)], 'one carrier'],
    [[knowing(0.9), knowing(0.4)], 'two, second thin'],
    [[knowing(0.9), knowing(0.4), knowing(0.35)], 'one carrier, two thin'],
    [[knowing(0.9), knowing(0.7)], 'two carriers'],
    [Array.from({ length: 12 }, () => knowing(0.9)), '12 carriers'],
    [[knowing(0.4)], 'one, thin'],
    [[knowing(0.4), knowing(0.5)], 'two, all thin'],
    [[knowing(0.62, 0.96), knowing(0.37, 0.59)], 'two, second thin'],
    [[knowing(0.4, 0.2, 99)], 'nobody who knows it'],
    [[knowing(0.9, 0.3, 3)], 'one carrier, seldom here'],
    [[knowing(0.9, 0.1, 274)], 'one carrier, silent for 9 months'],
    [[knowing(0.9, 0.1, 800), knowing(0.8, 0.05, 500)], 'two carriers, silent for 16 months'],
    [[knowing(0.2)], 'one who could learn it'],
    [[knowing(0.2), knowing(0.1), knowing(0.02)], 'two who could learn it'],
    [[knowing(0.2), knowing(0.7, 0, 40)], 'one carrier, silent for 6 weeks'],
    [[knowing(0.05)], 'nobody who knows it'],
    [[], 'nobody who knows it'],
  ])('[because.1] %j is said as %s, by role and never by name', (known, words) => {
    expect(sayCarriers(countCarriers(known, DEFAULT_SETTINGS))).toBe(words);
  });
});
