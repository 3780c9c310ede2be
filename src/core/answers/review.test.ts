import { describe, expect, it } from 'vitest';
import { evidenceOf, type ToldCommit } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { answerReview, type ReviewInput } from './review.ts';

const told: readonly ToldCommit[] = Array.from({ length: 40 }, (_, week): readonly ToldCommit[] => [
  { day: week * 7, by: 'Ana Alder', files: ['pay/tax.ts', 'pay/sum.ts'], reviewedBy: ['Bo Birch'] },
  { day: week * 7 + 1, by: 'Cem Cedar', files: ['web/page.ts'] },
]).flat();
const world = worldOf(evidenceOf(told));
const input: ReviewInput = {
  change: 'this branch',
  files: [{ path: 'pay/tax.ts' }, { path: 'pay/moved.ts', from: 'pay/sum.ts' }, { path: 'package-lock.json' }],
  authors: [{ name: 'ana', email: 'ANA.ALDER@example.org' }],
};

describe('the review of a change', () => {
  it('names one person for each seat, with reasons, and says what it did not count', () => {
    const answer = answerReview(world, input);
    expect(answer.rows.map(({ seat, reviewer }) => [seat, reviewer])).toEqual([['knows it', 'Bo Birch']]);
    expect(answer.rows[0]!.why[0]).toBe('wrote or reviewed 2 of 2 files');
    expect(answer.reading).toContain('Bo Birch knows it: two will know it anyway');
    expect(answer.value).toMatchObject({ files: 2, filesByNobody: 0, filesByOne: 0, learner: false });
    expect(answer.leftOut.at(-1)).toMatchObject({ what: 'files of the change', count: 1 });
    expect(answer.because.map(({ id }) => id)).toEqual(['value', 'seat:knowing']);
  });

  it('asks somebody to learn it when who knows it is away', () => {
    const { rows, reading } = answerReview(world, { ...input, away: ['Bo Birch'] });
    expect(rows.map(({ reviewer }) => reviewer)).toEqual(['Cem Cedar']);
    expect(reading).toContain('Passed over: 1 person away');
  });

  it('says when nobody is left, and when nobody has to know what changed', () => {
    const alone = worldOf(evidenceOf([{ day: 0, by: 'Ana Alder', files: ['pay/tax.ts'] }]));
    expect(answerReview(alone, input).value.seats).toBe(0);
    expect(answerReview(world, { ...input, files: [{ path: 'package-lock.json' }] }).reading).toContain('nobody has to know them');
  });

  it('sees nothing that came after the change began', () => {
    const later = worldOf(evidenceOf([...told, { day: 300, by: 'Cem Cedar', files: ['pay/tax.ts'], reviewedBy: ['Dara Elm'] }]));
    const since = world.evidence.commits.at.at(-1)!;
    const rows = answerReview(later, { ...input, since }).rows;
    expect(rows.map(({ reviewer, present }) => [reviewer, present])).toEqual(
      answerReview(world, { ...input, since }).rows.map(({ reviewer, present }) => [reviewer, present]),
    );
  });
});
