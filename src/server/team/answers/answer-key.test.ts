import { describe, expect, it } from 'vitest';
import { answerKey, etagOf } from './answer-key.ts';
import type { Keyed } from './answer-key.ts';

const BASE: Keyed = {
  question: 'areas',
  at: null,
  input: {},
  viewer: { mode: 'team' },
  ownWords: ['ana@example.org'],
  held: [],
  closed: [],
  sight: 'roles',
  world: { sources: [{ id: 'a', name: 'api', stamp: 'x' }], mode: 'team' },
};

describe('the key of an answer', () => {
  it.each<[string, Partial<Keyed>]>([
    ['a newer scan', { world: { sources: [{ id: 'a', name: 'api', stamp: 'y' }], mode: 'team' } }],
    ['another name', { world: { sources: [{ id: 'a', name: 'web', stamp: 'x' }], mode: 'team' } }],
    ['another moment', { at: 5 }],
    ['another question', { question: 'overview' }],
    ['another input', { input: { path: 'src' } }],
    ['another mode', { viewer: { mode: 'council' } }],
    ['another sight', { sight: 'everything' }],
    ['an area that is held back', { held: [{ area: 'src', from: 5 }] }],
    ['a blind spot that was closed', { closed: ['who is paged'] }],
    ['another state of what the scene is made of', { scene: { mark: 'b', now: 1, looks: null } }],
    ['oneself', { question: 'away', input: { me: true } }],
    ['somebody who sees no path', { viewer: { mode: 'team', grants: [{ role: 'agent' }] } }],
  ])('is another one for %s', (_, change) => {
    expect(answerKey({ ...BASE, ...change })).not.toBe(answerKey(BASE));
  });

  it.each<[string, Partial<Keyed>, Partial<Keyed>]>([
    ['how the input was spelled', { input: { a: 1, b: [2], c: undefined } }, { input: { b: [2], a: 1 } }],
    ['who asks about areas', { ownWords: [] }, { ownWords: ['bo@example.org'] }],
    ['which roles let them', { viewer: { mode: 'team', grants: [{ role: 'lead' }] } }, { viewer: { mode: 'team' } }],
    [
      'in which order own addresses stand',
      { question: 'away', ownWords: ['b@example.org', 'A@example.org'] },
      { question: 'away', ownWords: ['a@example.org', 'b@example.org'] },
    ],
  ])('does not depend on %s', (_, one, other) => {
    expect(answerKey({ ...BASE, ...one })).toBe(answerKey({ ...BASE, ...other }));
  });

  it('is never shared by two people who ask about themselves', () => {
    const mine = { ...BASE, question: 'away', input: { me: true } } as const;
    expect(answerKey(mine)).not.toBe(answerKey({ ...mine, ownWords: ['bo@example.org'] }));
  });

  it('is never shared by two people who ask what nobody could approve without them', () => {
    const mine = { ...BASE, question: 'owners', input: { me: true }, scene: { mark: 'a', now: 1, looks: null } } as const;
    expect(answerKey(mine)).not.toBe(answerKey({ ...mine, ownWords: ['bo@example.org'] }));
    expect(answerKey(mine)).toBe(answerKey({ ...mine, scene: { mark: 'a', now: 2, looks: null } }));
    expect(answerKey(mine)).not.toBe(answerKey({ ...mine, scene: { mark: 'a', now: 1, looks: [] } }));
  });

  it('makes a tag that only the same build repeats', () => {
    const key = answerKey(BASE);
    expect([etagOf(key, '1') === etagOf(key, '1'), etagOf(key, '1') === etagOf(key, '2')]).toEqual([true, false]);
    expect(etagOf(key, '1')).toMatch(/^"[\w-]{27}"$/);
  });
});
