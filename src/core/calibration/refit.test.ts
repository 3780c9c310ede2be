import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { sigmoid } from '#core/fitting/fit-logistic.ts';
import { type Confirmation, refit, saidWithoutOwn } from './refit.ts';

/** A team whose truth is `a + b·z`, told by people in turn. */
function team(n: number, { a, b }: { readonly a: number; readonly b: number }): readonly Confirmation[] {
  const draw = drawFrom(11);
  return Array.from({ length: n }, (_, i) => {
    const logOdds = 1.5 * draw.normal();
    return { logOdds, knows: draw.uniform() < sigmoid(a + b * logOdds) ? 1 : 0, person: i % 6 };
  });
}

describe('a team’s own correction', () => {
  it('[calibration.1] is nothing without answers, small with few, and what they say with many', () => {
    expect(refit([])).toEqual({ shift: 0, slope: 1 });
    const few = refit(team(6, { a: 1, b: 0.5 }));
    expect(Math.abs(few.shift)).toBeLessThan(0.4);
    const many = refit(team(4000, { a: 1, b: 0.5 }));
    expect([many.shift, many.slope]).toEqual([expect.closeTo(1, 0), expect.closeTo(0.5, 0)]);
    expect(Math.abs(many.shift - 1)).toBeLessThan(0.15);
    expect(Math.abs(many.slope - 0.5)).toBeLessThan(0.1);
  });

  it('[calibration.2] says of each person what the others taught it', () => {
    const answers = team(60, { a: 0.8, b: 1 });
    const said = saidWithoutOwn(answers);
    const turned = answers.map((one) => (one.person === 2 ? { ...one, knows: one.knows === 1 ? (0 as const) : (1 as const) } : one));
    const own = (of: readonly number[]): readonly number[] => of.filter((_, i) => answers[i]!.person === 2);
    expect(own(saidWithoutOwn(turned))).toEqual(own(said));
    expect(saidWithoutOwn(turned)).not.toEqual(said);
  });
});
