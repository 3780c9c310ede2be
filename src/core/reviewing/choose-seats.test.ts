import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf, type ToldCommit } from '#test/evidence-of.ts';
import { makeEvidence } from '#test/world.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { chooseSeats, type ReviewQuestion } from './choose-seats.ts';
import { reviewLoads } from './review-load.ts';
import { DAY } from '#core/terms/moment.ts';

const [ANA, BO, CEM] = ['Ana Alder', 'Bo Birch', 'Cem Cedar'];
/** A year of work: everybody writes every week; Bo reviews Ana's part, and Cem works elsewhere. */
const year = (more: readonly ToldCommit[] = [], shared = true): readonly ToldCommit[] => [
  ...Array.from({ length: 52 }, (_, week): readonly ToldCommit[] => [
    { day: week * 7, by: ANA, files: ['pay/tax.ts'], ...(shared ? { reviewedBy: [BO] } : {}) },
    { day: week * 7 + 1, by: BO, files: ['pay/sum.ts'] },
    { day: week * 7 + 2, by: CEM, files: ['web/page.ts'] },
  ]).flat(),
  ...more,
];
const row = (evidence: Evidence, name: string): number => evidence.people.findIndex((person) => person.name === name);
const file = (evidence: Evidence, path: string) => ({ path, row: evidence.files.path.indexOf(path) });
const ask = (evidence: Evidence, changes: Partial<ReviewQuestion> = {}) => {
  const seats = chooseSeats(evidence, {
    at: momentOf(365),
    authors: [row(evidence, ANA)],
    files: [file(evidence, 'pay/tax.ts')],
    away: [],
    ...changes,
  });
  const name = (person: number | undefined): string | undefined => (person === undefined ? undefined : evidence.people[person]!.name);
  return { knowing: name(seats.knowing?.person), learning: name(seats.learning?.person), seats };
};

describe('the seats of a change', () => {
  it('[reviewing.5] go to who knows it, and to nobody else while two will know it', () => {
    const found = ask(evidenceOf(year()));
    expect([found.knowing, found.learning]).toEqual([BO, undefined]);
    expect(found.seats.files).toEqual({ known: 1, byNobody: 0, byOne: 0 });
  });

  it('[reviewing.5] pass over who is away, and who has a full week', () => {
    const busy = evidenceOf(
      year(Array.from({ length: 9 }, (_, i) => ({ day: 360 + i / 10, by: CEM, files: ['web/page.ts'], reviewedBy: [BO] }))),
    );
    const away = ask(evidenceOf(year()), { away: [row(evidenceOf(year()), BO)] });
    expect([away.knowing, away.seats.passedOver]).toEqual([CEM, { away: 1, full: 0 }]);
    expect([ask(busy).knowing, ask(busy).seats.passedOver]).toEqual([CEM, { away: 0, full: 1 }]);
    expect(ask(busy, { most: 100 }).knowing).toBe(BO);
  });

  it('[reviewing.5] are never the author’s, and never one person’s twice, in any invented world', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const evidence = makeEvidence({ seed, commits: 400, files: 60, people: 12, days: 500 });
      const at = evidence.commits.at.at(-1)!;
      const authors = [evidence.commits.author.at(-1)!];
      const away = [(authors[0]! + 1) % 12];
      const { knowing, learning } = chooseSeats(evidence, {
        at,
        authors,
        away,
        files: [3, 9, 27].map((f) => ({ path: evidence.files.path[f]!, row: f })),
      });
      const seated = [knowing, learning].flatMap((seat) => seat?.person ?? []);
      expect(new Set(seated).size).toBe(seated.length);
      for (const person of seated) {
        expect([...authors, ...away]).not.toContain(person);
        expect(evidence.people[person]!.kind).toBe('human');
      }
    }
  });

  it('[reviewing.6] know nothing of what followed', () => {
    const before = evidenceOf(year());
    const after = evidenceOf(
      year([
        { day: 400, by: CEM, files: ['pay/tax.ts'], reviewedBy: [ANA] },
        { day: 401, by: ANA, files: ['pay/tax.ts'], reviewedBy: [CEM] },
      ]),
    );
    const told = ({ knowing, learning, seats }: ReturnType<typeof ask>) => [knowing, learning, seats.knowing, seats.files, seats.others];
    expect(told(ask(after))).toEqual(told(ask(before)));
    expect(told(ask(after, { at: momentOf(402) }))).not.toEqual(told(ask(before)));
  });

  it('[reviewing.7] are two where somebody unknown writes several new files that only one would know', () => {
    const evidence = evidenceOf(year());
    const files = ['pay/new1.ts', 'pay/new2.ts', 'pay/new3.ts'].map((path) => ({ path }));
    const found = ask(evidence, { authors: [evidence.people.length], files });
    expect([found.knowing, found.learning].every((name) => name !== undefined)).toBe(true);
    expect(found.seats.learning!.gain).toBeGreaterThan(0.5);
  });

  it('[reviewing.7] are always two where nobody here knows a file', () => {
    const gone = evidenceOf([{ day: -900, by: 'Dara Elm', files: ['pay/old.ts'] }, ...year()]);
    const found = ask(gone, { files: [file(gone, 'pay/old.ts')] });
    expect(found.seats.files).toEqual({ known: 1, byNobody: 1, byOne: 0 });
    expect(found.learning).toBeDefined();
  });
});

describe('load', () => {
  const at = momentOf(365);
  /** One review each on so many days before. */
  const load = (daysBefore: readonly number[], most?: number) => {
    const changes = daysBefore
      .toSorted((a, b) => b - a)
      .map((days) => ({ at: at - days * DAY, authors: [], reviewers: [7], files: [], folders: [], tops: [] }));
    return reviewLoads(changes, at, most)(7);
  };
  const often = (times: number, day: number): readonly number[] => Array.from({ length: times }, (_, i) => day + i / 1000);

  it.each([
    ['four in a week of who never reviews', load(often(4, 1)), { lately: 4, isFull: false }],
    ['five in such a week', load(often(5, 1)), { lately: 5, isFull: true }],
    ['eight in a week of who reviews five', load([...often(122, 30), ...often(8, 1)]), { lately: 8, usual: 5, isFull: false }],
    ['ten in such a week', load([...often(120, 30), ...often(10, 1)]), { lately: 10, usual: 5, isFull: true }],
    ['three where three are enough', load(often(3, 1), 3), { lately: 3, isFull: true }],
    ['many half a year ago', load(often(99, 200)), { lately: 0, usual: 0, isFull: false }],
  ])('[reviewing.5] of %s', (_, found, expected) => {
    expect(found).toMatchObject(expected);
  });
});
