import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { allow } from './allow.ts';
import { type Asked, INPUT_TOPICS, QUESTION_TOPICS } from './asked.ts';
import { release } from './release.ts';
import type { Viewer } from './viewer.ts';
import { SAMPLE } from '#test/sample-answer.ts';

const OWN = ['Ana@example.org'];
const outcome = (viewer: Viewer, asked: Asked): string => {
  try {
    return allow(viewer, asked).sight;
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
};

describe('a question', () => {
  it.each<[string, Asked, string, string]>([
    ['about areas', { question: 'areas' }, 'roles', 'roles'],
    ['about pairs, which are counted by area', { question: 'pairs' }, 'roles', 'roles'],
    ['about leavers', { question: 'leavers', input: { kind: 'replayed' } }, 'roles', 'roles'],
    ['about a threshold', { question: 'check', input: { notUnderstood: 0.1 } }, 'roles', 'roles'],
    ['about one area', { question: 'explain', input: { area: 'billing' } }, 'roles', 'roles'],
    ['about a path', { question: 'who', input: { path: 'billing/' } }, 'roles', 'not-yours-to-see'],
    ['about a path, by another way', { question: 'loss', input: { path: 'billing/' } }, 'roles', 'not-yours-to-see'],
    ['about oneself', { question: 'away', input: { who: ['ana@EXAMPLE.org'], me: true }, ownWords: OWN }, 'everything', 'everything'],
    ['about another', { question: 'away', input: { who: ['bo@example.org'] }, ownWords: OWN }, 'not-yours-to-see', 'not-yours-to-see'],
    [
      'that says it is about oneself',
      { question: 'away', input: { who: ['bo'], me: true }, ownWords: OWN },
      'not-yours-to-see',
      'not-yours-to-see',
    ],
    [
      'about oneself and another',
      { question: 'away', input: { who: [...OWN, 'bo'] }, ownWords: OWN },
      'not-yours-to-see',
      'not-yours-to-see',
    ],
    ['about a row', { question: 'away', input: { people: [3] }, ownWords: OWN }, 'not-yours-to-see', 'not-yours-to-see'],
    [
      'about what is not a word',
      { question: 'away', input: { who: [{ toLowerCase: 1 }] }, ownWords: OWN },
      'not-yours-to-see',
      'not-yours-to-see',
    ],
    ['about who is who', { question: 'identities' }, 'not-yours-to-see', 'not-yours-to-see'],
    ['about every act', { question: 'world' }, 'not-yours-to-see', 'not-yours-to-see'],
    ['about how often it is right', { question: 'evaluate' }, 'everything', 'everything'],
    ['that nobody has decided about', { question: 'newest-idea' }, 'not-yours-to-see', 'not-yours-to-see'],
    ['called like something every object has', { question: 'constructor' }, 'not-yours-to-see', 'not-yours-to-see'],
    [
      'with a word that nobody has decided about',
      { question: 'areas', input: { constructor: 'x', sort: 'knows' } },
      'not-yours-to-see',
      'not-yours-to-see',
    ],
  ])('[policy.7] %s', (_, asked, team, council) => {
    expect([outcome({ mode: 'team' }, asked), outcome({ mode: 'council' }, asked)]).toEqual([team, council]);
    expect(outcome({ mode: 'solo' }, asked)).toBe('everything');
  });

  it('[policy.7] is decided by tables that know topics only', () => {
    expect(Object.keys(QUESTION_TOPICS).length).toBeGreaterThan(10);
    expect(Object.keys(INPUT_TOPICS).length).toBeGreaterThan(10);
  });
});

describe('an answer', () => {
  const commit = { kind: 'commit' as const, ref: 'a'.repeat(40), repository: 'r', note: 'Thank Bo Alder' };
  const answer = {
    ...SAMPLE,
    because: [{ ...SAMPLE.because[0]!, evidence: [commit, { kind: 'path' as const, ref: 'x.ts', repository: 'r' }] }],
  };
  const left = (mode: Viewer['mode']) => release(answer, allow({ mode }, { question: 'overview' })).because[0]!.evidence;

  it('[policy.8] leaves as it is in solo mode, without messages in team mode, without commits in council mode', () => {
    expect(left('solo')).toEqual(answer.because[0]!.evidence);
    expect(left('team').map((one) => [one.kind, 'note' in one])).toEqual([
      ['commit', false],
      ['path', false],
    ]);
    expect(left('council').map(({ kind }) => kind)).toEqual(['path']);
  });

  it('[policy.8] leaves by its own permit only', () => {
    expect(() => release(answer, allow({ mode: 'team' }, { question: 'areas' }))).toThrow('areas was allowed');
    expect(() =>
      release({ ...answer, schema: 'understudy/overview-of-people/1' }, allow({ mode: 'team' }, { question: 'overview' })),
    ).toThrow();
  });
});
