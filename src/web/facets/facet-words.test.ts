import { describe, expect, it, test } from 'vitest';
import { type FacetsTold, type FacetTold, hangsOnOne, sayAble, sayFacets, sayHanging, sayThin, seenIn, unjudgedIn } from './facet-words.ts';
import { newlyStuck, sayStuck } from './stuck-words.ts';

const row = (facet: string, over: Partial<FacetTold> = {}): FacetTold => ({
  area: 'billing/',
  id: 'billing',
  kind: 'facet',
  facet,
  verdict: 'moves',
  worst: 'moves',
  able: 'more',
  withHelp: 'one',
  expected: null,
  atLeastOne: null,
  access: 'judged',
  until: null,
  because: `billing ${facet}`,
  ...over,
});
const line = { facet: 'operate', what: 'who can operate 1 area', why: 'Nothing of the kind.', remedy: 'See its joins.' } as const;

describe('what is said of an area beyond code', () => {
  it.each<[readonly FacetTold[], string]>([
    [[], 'Nothing beyond changing it is judged here yet.'],
    [
      [row('change', { verdict: null }), row('review', { verdict: 'not judged', worst: 'not judged' })],
      'Nothing beyond changing it is judged here yet.',
    ],
    [[row('review')], 'Reviewing moves.'],
    [
      [row('review'), row('operate', { worst: 'stops' }), row('explain')],
      'Reviewing and explaining move. Operating moves and stops in one absence.',
    ],
    [
      [row('review', { verdict: 'stops', worst: 'stops' }), row('operate', { verdict: 'stops', worst: 'stops' })],
      'Reviewing and operating stop.',
    ],
    [[row('review'), row('may deploy', { kind: 'right' })], 'Reviewing moves. 1 right that it takes has one holder or none.'],
  ])('is one sentence for each verdict (%#)', (rows, said) => {
    expect(sayFacets(rows)).toBe(said);
  });

  it.each([
    [row('review', { able: 'nobody', withHelp: 'nobody' }), /^Nobody has lately done it without whoever usually does, nor/],
    [row('review', { able: 'nobody', withHelp: 'two' }), /^Nobody is able alone, two with help\.$/],
    [row('review', { able: 'one', withHelp: 'nobody' }), /^One able alone, nobody else with help\.$/],
    [row('review'), /^More than two able alone, one with help\.$/],
    [row('review', { able: 'one', withHelp: 'more' }), /^One able alone, more than two with help\.$/],
  ])('says how many are able and gives no figure (%#)', (one, said) => {
    expect(sayAble(one)).toMatch(said);
    expect(sayAble(one)).not.toMatch(/\d/);
  });

  it('says what was seen, with how often where that is told', () => {
    const input = (name: string, value: string | number) => ({ name, value, ...(typeof value === 'number' ? { unit: 'times' } : {}) });
    const inputs = [
      input('asked in 365 days', 9),
      input('somebody reviewed it', 1200),
      input('somebody read about it', 'seen; how often is held back'),
    ];
    const because = [
      { id: 'billing review', claim: 'c', formula: 'f', inputs, evidence: [], wouldChange: [], confidence: 'c', method: 'm' },
    ];
    expect(seenIn({ because }, 'billing review')).toEqual(['reviewed it: 1,200 times', 'read about it']);
    expect(seenIn({ because }, 'elsewhere')).toEqual([]);
  });

  it('says why a facet is not judged and what would close it, and never that it is well', () => {
    const told = (rows: readonly FacetTold[], notJudged: FacetsTold['notJudged'] = []) => ({ rows: [...rows], notJudged });
    expect(unjudgedIn(told([row('operate')]), 'operate')).toBeUndefined();
    expect(unjudgedIn(told([], [line]), 'operate')).toEqual({ why: line.why, remedy: line.remedy });
    expect(unjudgedIn(told([row('operate', { verdict: 'not judged' })], [line]), 'operate')!.why).toMatch(/^Too little/);
    expect(unjudgedIn(told([], [line]), 'explain')!.why).toBe('No connected source tells it.');
  });
});

describe('what an absence leaves that nobody could approve', () => {
  const rule = (at: number, gate: string) => ({ line: at, gate });

  it('is what was not so before, overrides included; whoever is named alone is another matter', () => {
    const away = [
      rule(1, 'stuck'),
      rule(2, 'stuck, but for an override'),
      rule(3, 'stuck for one person'),
      rule(4, 'stuck'),
      rule(5, 'open'),
    ];
    const here = [rule(1, 'open'), rule(2, 'stuck for one person'), rule(4, 'stuck')];
    expect(newlyStuck(away, here).map(({ line: at }) => at)).toEqual([1, 2]);
  });

  it('is said with what it assumes', () => {
    expect(sayStuck([rule(1, 'stuck')], { branch: 'assumed' })).toMatch(
      /under 1 rule of CODEOWNERS could be approved by nobody, if the branch/,
    );
    expect(sayStuck([], { branch: 'known' })).toMatch(/without this absence\.$/);
  });
});

test.each([
  [{ kind: 'facet', facet: 'operate', verdict: 'degrades', able: 'one', withHelp: 'two' }, 'operating: one able alone, two with help'],
  [
    { kind: 'facet', facet: 'review', verdict: 'degrades', able: 'nobody', withHelp: 'one' },
    'reviewing: nobody is able alone, one with help',
  ],
  [{ kind: 'right', facet: 'may deploy', verdict: 'moves', able: 'one', withHelp: 'nobody' }, 'may deploy: one holder'],
  [{ kind: 'facet', facet: 'review', verdict: 'moves', able: 'two', withHelp: 'nobody' }, null],
  [{ kind: 'facet', facet: 'review', verdict: 'stops', able: 'nobody', withHelp: 'nobody' }, null],
  [{ kind: 'facet', facet: 'review', verdict: 'not judged', able: 'one', withHelp: 'nobody' }, null],
  [{ kind: 'facet', facet: 'change', verdict: null, able: 'one', withHelp: '' }, null],
  [{ kind: 'right', facet: 'may deploy', verdict: 'stops', able: 'nobody', withHelp: 'nobody' }, null],
] as const)('%j hangs on one: %s', (row, said) => {
  expect(hangsOnOne(row) ? sayHanging(row) : null).toBe(said);
});

test.each([
  [['moves'], '1 facet of areas hangs on one person.'],
  [['moves', 'degrades'], '2 facets of areas hang on one person each.'],
  [['stops', 'degrades'], '1 facet of areas is left to nobody, 1 hangs on one person.'],
  [['stops', 'stops'], '2 facets of areas are left to nobody.'],
  [[], 'Of reviewing, operating and explaining nothing that is judged hangs on one person.'],
] as const)('of %j is said: %s', (verdicts, said) => {
  expect(sayThin(verdicts.map((verdict) => ({ verdict })))).toBe(said);
});
