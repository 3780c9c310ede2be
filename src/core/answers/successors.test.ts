import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf, type ToldCommit } from '#test/evidence-of.ts';
import { worldOf } from '#test/world.ts';
import { answerSuccessors } from './successors.ts';

const weekly = (by: string, files: readonly string[], from: number, to: number): ToldCommit[] =>
  Array.from({ length: Math.floor((to - from) / 7) }, (_, week) => ({ day: from + week * 7, by, files }));

/** Ines carries billing; Bo helps there and beside it; Cem works elsewhere; Dara is long gone. */
const STORY: readonly ToldCommit[] = [
  { day: 0, by: 'Dara', files: ['billing/old/a.ts', 'docs/d.md'] },
  ...weekly('Ines', ['billing/core/x.ts', 'billing/core/y.ts'], 1, 500),
  ...weekly('Bo', ['billing/core/x.ts', 'billing/old/a.ts'], 200, 500),
  ...weekly('Cem', ['docs/d.md'], 100, 500),
];
const world = worldOf(evidenceOf(STORY));
const namesOf = (rows: readonly { readonly candidate: string }[]): readonly string[] => rows.map(({ candidate }) => candidate);

describe('answerSuccessors', () => {
  const answer = answerSuccessors(world, { path: 'billing' });

  it('[answers.12] asks about whom the place would miss most, and about the files that they lead', () => {
    expect(answer.question).toBe('Who could carry billing next, if Ines left?');
    expect([answer.value.files, answer.value.ground, answer.value.away, answer.value.kind]).toEqual([3, 2, 1, 'permanent']);
    expect(namesOf(answer.rows).slice(0, 2)).toEqual(['Bo', 'Cem']);
    expect(namesOf(answer.rows)).not.toContain('Ines');
  });

  it('[answers.12] the chances of all rows sum to 1, nobody known yet among them', () => {
    for (const viewer of [{ mode: 'solo' }, { mode: 'team' }] as const) {
      const { rows, value } = answerSuccessors({ ...world, viewer }, { path: 'billing' });
      expect(rows.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(rows.at(-1)).toMatchObject({ candidate: 'nobody seen here yet', chance: value.nobodyYet });
    }
  });

  it('[answers.12] says why: reasons for and against with their part, load, and every feature behind them', () => {
    const [bo] = answer.rows;
    expect(bo!.for.join()).toMatch(/recent work.*\(\+\d\.\d\)/);
    expect([bo!.led, bo!.share]).toEqual([1, 0.25]);
    const because = answer.because.find(({ id }) => id === bo!.because)!;
    expect(because.inputs.length).toBe(6);
    expect(because.evidence.length).toBe(4);
  });

  it('[answers.12] leaves out everybody who is stated to be away, for the stated days', () => {
    const { question, rows, value } = answerSuccessors(world, { path: 'billing', who: ['Ines', 'Bo'], kind: 'planned', days: 5 });
    expect(question).toMatch(/while Ines and Bo are away from .* to /);
    expect(namesOf(rows)).not.toContain('Bo');
    expect([value.away, value.ground]).toEqual([2, 3]);
    expect(answerSuccessors(world, { path: 'docs', who: ['Bo'] }).reading).toMatch(/^For docs \(1 file\) without Bo, likeliest/);
    expect(value.expected).toBeGreaterThan(0);
    expect(answerSuccessors(world, { path: 'billing', who: ['Ines', 'Bo'], kind: 'planned', days: 10 }).value.expected).toBeCloseTo(
      value.expected * 2,
      6,
    );
  });

  it.each([
    ['a file', { path: 'billing/core/x.ts' }, 1],
    ['an area by its own name', { area: 'docs' }, 1],
    ['an area where a path is looked for', { path: 'DOCS' }, 1],
    ['the whole', {}, 4],
  ])('[answers.12] takes %s', (_, input, files) => {
    expect(answerSuccessors(world, input).value.files).toBe(files);
  });

  it('[answers.12] says how likely each standing is where names may not be seen, and nothing of single people', () => {
    const { rows, because, reading } = answerSuccessors({ ...world, viewer: { mode: 'council' } }, { path: 'billing' });
    expect(because.map(({ id }) => id)).toEqual(['value']);
    expect(rows.every((row) => row.for.length === 0 && row.led === null)).toBe(true);
    expect(reading).toContain('somebody who');
  });

  it('[answers.9] what comes after the moment judged changes nothing', () => {
    const at = momentOf(300);
    const { value, rows } = answerSuccessors({ ...world, at }, { path: 'billing' });
    expect(namesOf(rows)[0]).toBe('Bo');
    const until = [...STORY.filter(({ day }) => day <= 300), ...weekly('Cem', ['billing/core/x.ts'], 301, 500)];
    const other = answerSuccessors(worldOf(evidenceOf(until), { at }), { path: 'billing' });
    expect(other.value.nobodyYet).toBeCloseTo(value.nobodyYet!, 9);
    expect(other.rows).toEqual(rows);
  });
});
