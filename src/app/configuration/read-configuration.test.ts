import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { readConfiguration } from './read-configuration.ts';

const refusalOf = (text: string): Refusal => {
  try {
    readConfiguration(text, 'understudy.yaml');
  } catch (problem) {
    if (problem instanceof Refusal) return problem;
    throw problem;
  }
  throw new Error('nothing was refused');
};

describe('readConfiguration', () => {
  it('reads every kind of key', () => {
    const text =
      'areas:\n  - name: billing/\n    paths: [billing/]\n    tier: 1\npeople:\n  same: [[a@x.test, b@x.test]]\njudgement:\n  absence-days: 10\ncheck:\n  north-star: 0.5\n';
    expect(readConfiguration(text, 'x')).toEqual({
      areas: [{ name: 'billing/', paths: ['billing/'], tier: 1 }],
      people: { same: [['a@x.test', 'b@x.test']] },
      judgement: { 'absence-days': 10 },
      check: { 'north-star': 0.5 },
    });
  });

  it.each([[''], ['# only a comment\n']])('takes %j as nothing said', (text) => {
    expect(readConfiguration(text, 'x')).toEqual({});
  });

  it.each([
    ['aeras: []\n', 'line 1: there is no key "aeras"', 'Did you mean "areas"?'],
    ['check:\n  nort-star: 0.5\n', 'line 2: there is no key "nort-star" under check', 'Did you mean "north-star"?'],
    ['areas:\n  - name: a\n    path: [a/]\n    paths: [a/]\n', 'line 3: there is no key "path" under areas.0', 'Did you mean "paths"?'],
    ['zzzzzz: 1\n', 'line 1: there is no key "zzzzzz"', 'Known keys here: areas, ignore, people, judgement, check, privacy, signals.'],
    ['check:\n  north-star: 61\n', 'line 2: check.north-star: Too big', ''],
    ['signals:\n  - signal: review-wait\n    threshold: 40\n', 'line 3: signals.0.threshold: Too big', ''],
    [
      'signals:\n  - signal: review-wait\n    threshold: 2\n',
      'line 3: signals.0.threshold: of review-wait has to lie between 0.01 and 0.99',
      '',
    ],
    ['signals:\n  - signal: reviewwait\n', 'line 2: signals.0.signal: there is no such signal; docs/guide/signals.md lists them', ''],
    ['signals:\n  - signal: review-wait\n    leest: 9\n', 'line 3: there is no key "leest" under signals.0', 'Did you mean "least"?'],
    ['areas: {}\n', 'line 1: areas: Invalid input', ''],
    ['a: [1\nb: 2\n', 'line ', ''],
    ['a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n', 'refers to itself too often', ''],
    ['- 1\n', 'line 1: the file: Invalid input', ''],
  ])('refuses %j', (text, sentence, remedy) => {
    const refusal = refusalOf(text);
    expect([refusal.code, refusal.message]).toEqual(['configuration', expect.stringContaining(sentence)]);
    expect(refusal.remedy).toContain(remedy);
  });
});
