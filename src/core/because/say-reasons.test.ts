import { describe, expect, it } from 'vitest';
import { FEATURES, logShare } from '#core/succession/features.ts';
import { sayReasons } from './say-reasons.ts';

const columns = (values: Readonly<Record<string, number>>): readonly number[] => FEATURES.map(({ name }) => values[name] ?? 0);

describe('sayReasons', () => {
  it('[because.4] strongest first, three at most on each side, with the figure and its part; a tenth of a log-odd is not worth a word', () => {
    const said = sayReasons({
      person: 0,
      probability: 0.5,
      figures: columns({
        presence: Math.log(9),
        silence: Math.log1p(400),
        onGround: logShare(0.34),
        onFiles: logShare(0),
        load: logShare(0.05),
      }),
      reasons: columns({ presence: 0.4, onGround: 1.24, beside: 0.3, kinship: 0.2, onFiles: -0.5, load: -0.09, silence: -0.2 }),
    });
    expect(said.for).toEqual([
      '34 % of the recent work here (+1.2)',
      '90 % likely to be here in half a year (+0.4)',
      expect.stringMatching(/folders around \(\+0\.3\)$/),
    ]);
    expect(said.against).toEqual(['none of the recent work, file by file (−0.5)', 'last seen 13 months before (−0.2)']);
  });
});
