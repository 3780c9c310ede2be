import { describe, expect, it } from 'vitest';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Answer } from '#core/terms/answer.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import { answerCheck } from '#core/answers/check.ts';
import { answerDoctor } from '#core/answers/doctor.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerFactor } from '#core/answers/factor.ts';
import { answerIdentities } from '#core/answers/identities.ts';
import { answerLeavers } from '#core/answers/leavers.ts';
import { answerLoss } from '#core/answers/loss.ts';
import { answerMap } from '#core/answers/map.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { answerPairs } from '#core/answers/pairs.ts';
import { answerSuccessors } from '#core/answers/successors.ts';
import { answerWho } from '#core/answers/who.ts';
import type { World } from '#core/world/world.ts';

const world = makeWorld();
const empty = worldOf(evidenceOf([]));

/** Each question as it is asked of any world that has people, files and areas. */
const QUESTIONS: Readonly<Record<string, (world: World) => Answer>> = {
  overview: answerOverview,
  areas: answerAreas,
  away: (w) => answerAway(w, { who: [w.evidence.people[0]!.emails[0]!] }),
  pairs: answerPairs,
  who: (w) => answerWho(w, { path: '' }),
  successors: (w) => answerSuccessors(w),
  explain: (w) => answerExplain(w, { area: w.partition.areas[0]!.id }),
  check: (w) => answerCheck(w, { northStar: 1, areasThatStop: 0 }),
  map: (w) => answerMap(w),
  factor: (w) => answerFactor(w),
  leavers: (w) => answerLeavers(w),
  loss: (w) => answerLoss(w),
  identities: (w) => answerIdentities(w),
  doctor: (w) => answerDoctor(w, { texts: [[]], notes: [[]], now: w.at }),
};
/** What names look like is what these speak about. */
const ABOUT_SPELLINGS = new Set(['identities', 'doctor']);
const ENVELOPE = ['schema', 'question', 'value', 'reading', 'columns', 'rows', 'because', 'method', 'asOf', 'leftOut', 'notJudged'];
const ANY_WORLD = ['overview', 'areas', 'check', 'map', 'factor', 'loss', 'successors', 'identities', 'doctor', 'pairs', 'leavers'];

describe.each(Object.entries(QUESTIONS))('%s', (name, ask) => {
  it('[answers.1] is the envelope', () => {
    expect(Object.keys(ask(world))).toEqual(ENVELOPE);
    expect(ask(world).schema).toBe(`understudy/${name}/1`);
  });

  it('[answers.2] opens every figure that it points to', () => {
    const { because, rows } = ask(world);
    const ids = new Set(because.map((one) => one.id));
    expect(ids.size).toBe(because.length);
    expect(rows.map((row) => row.because).filter((id) => id !== undefined && !ids.has(id))).toEqual([]);
    for (const one of because) expect([one.claim, one.formula, one.confidence, one.method].every((text) => text.length > 0)).toBe(true);
  });

  it.skipIf(ABOUT_SPELLINGS.has(name))('[answers.3] is the same for renamed people, names apart', () => {
    expect(unnamed(ask(world), world.evidence)).toBe(unnamed(ask(renamed(world)), renamed(world).evidence));
  });
});

describe.each(ANY_WORLD)('%s of an empty world', (name) => {
  it('[answers.1] is still the envelope', () => {
    expect(Object.keys(QUESTIONS[name]!(empty))).toEqual(ENVELOPE);
  });
});

describe('too little evidence', () => {
  const thin = worldOf(
    evidenceOf([
      { day: 0, by: 'Ines', files: ['a/x.ts'] },
      { day: 1, by: 'Bo', files: ['a/y.ts'] },
    ]),
  );

  it('[answers.4] is not judged and has no headline', () => {
    const { value, rows, reading } = answerOverview(thin);
    expect([value.northStar, value.verdicts, rows.map((row) => row.verdict)]).toEqual([
      null,
      { stops: 0, degrades: 0, moves: 0, 'not judged': 1 },
      ['not judged'],
    ]);
    expect(reading).toContain('Too little history');
    expect(rows[0]).toMatchObject({ carried: null, expected: null, sure: null });
  });

  it('[answers.4] fails no threshold and passes none', () => {
    expect(answerCheck(thin, { northStar: 0.1 }).value.outcome).toBe('not enough evidence');
  });
});

describe('the moment', () => {
  it('[answers.9] hides what came later', () => {
    const early = world.evidence.commits.at[1000]!;
    const cut = worldOf(until(world.evidence, early), { at: early, partition: world.partition });
    const { rows } = answerAreas({ ...world, at: early });
    expect(rows.map(({ area, verdict, carried }) => ({ area, verdict, carried }))).toEqual(
      answerAreas(cut).rows.map(({ area, verdict, carried }) => ({ area, verdict, carried })),
    );
  });
});

/** The answer as text with every person's words taken out; rows that stand in order of names, in a value too, lose their order. */
function unnamed(answer: Answer, { people }: Evidence): string {
  const words = people.flatMap((person) => [...person.names, person.name, ...person.emails]).toSorted((a, b) => b.length - a.length);
  const byName = (_: string, value: unknown): unknown => (isByName(value) ? value.map(neutral).toSorted() : value);
  const neutral = (value: unknown): string => words.reduce((text, word) => text.replaceAll(word, '·'), JSON.stringify(value, byName));
  const { rows, because, ...rest } = answer;
  return [neutral(rest), ...rows.map(neutral).toSorted(), ...because.map(neutral).toSorted()].join('\n');
}

function isByName(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && 'person' in one);
}

function renamed(given: World): World {
  const people = given.evidence.people.map((person, row) => ({
    ...person,
    name: `Xu ${row} Zed`,
    names: [`Xu ${row} Zed`],
    emails: [`xu${row}@zed.example`],
  }));
  return { ...given, evidence: { ...given.evidence, people } };
}

/** The same evidence as if it had been read at a moment: later acts do not exist, later files are not alive. */
function until(evidence: Evidence, at: number): Evidence {
  const { acts } = evidence;
  const count = acts.at.findIndex((moment) => moment > at);
  const kept = count < 0 ? acts.count : count;
  return { ...evidence, acts: { ...acts, count: kept }, repositories: evidence.repositories.map((r) => ({ ...r, headAt: at + 1 })) };
}
