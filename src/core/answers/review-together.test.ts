import { describe, expect, it } from 'vitest';
import { evidenceOf, type ToldCommit } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { answerReviewTogether } from './review-together.ts';

const told: readonly ToldCommit[] = Array.from({ length: 40 }, (_, week): readonly ToldCommit[] => [
  { day: week * 7, by: 'Ana Alder', files: ['pay/tax.ts'], reviewedBy: ['Bo Birch'] },
  { day: week * 7 + 1, by: 'Cem Cedar', files: ['pay/tax.ts'], reviewedBy: ['Bo Birch'] },
]).flat();
const world = worldOf(evidenceOf(told));
const change = (n: number, most?: number) => ({
  change: `change ${n}`,
  files: [{ path: 'pay/tax.ts' }],
  authors: [{ name: 'Ana Alder', email: 'ana.alder@example.org' }],
  most,
});
const asked = (count: number, most?: number) =>
  answerReviewTogether(world, { changes: Array.from({ length: count }, (_, n) => change(n, most)) });

describe('several changes', () => {
  it('go to the one who knows them best while there is room', () => {
    const { rows, value, reading } = asked(2);
    expect(rows.map(({ change: name, reviewer }) => [name, reviewer])).toEqual([
      ['change 0', 'Bo Birch'],
      ['change 1', 'Bo Birch'],
    ]);
    expect(value).toMatchObject({ changes: 2, seats: 2, people: 1, most: 2, withoutReviewer: 0 });
    expect(reading).toBe(
      '2 changes of 2 can be reviewed by somebody who knows them, and 0 by somebody who learns them as well; 1 person is asked, nobody for more than 2 reviews.',
    );
  });

  it('are shared out by what each has room for this week, and say where nobody has any', () => {
    const { rows, value, reading } = asked(5, 3);
    expect(rows.map(({ reviewer }) => reviewer).sort()).toEqual(['Bo Birch', 'Cem Cedar', 'Cem Cedar', 'Cem Cedar']);
    expect(value).toMatchObject({ seats: 4, withoutReviewer: 1, most: 3 });
    expect(reading).toContain('For 1 change nobody has room who could.');
  });

  it('open a because for each seat', () => {
    const answer = asked(2);
    expect(answer.because.map(({ id }) => id)).toEqual(['value', 'seat:knowing:0', 'seat:knowing:1']);
    expect(answer.rows.map((row) => row.because)).toEqual(['seat:knowing:0', 'seat:knowing:1']);
  });
});
