import { describe, expect, it } from 'vitest';
import { isQuestion, QUESTION_INPUTS, type QuestionName } from './questions.ts';

const parse = (name: QuestionName, query: Record<string, unknown>): unknown => QUESTION_INPUTS[name].safeParse(query).data;

describe('questions over HTTP', () => {
  it.each<[QuestionName, Record<string, unknown>, unknown]>([
    ['areas', { at: '2026-01-31' }, { at: 1_769_904_000 }],
    ['who', {}, { path: '' }],
    ['away', { who: 'ana', days: '5', kind: 'sudden', simulate: 'true' }, { who: ['ana'], days: 5, kind: 'sudden', simulate: true }],
    ['away', { who: ['ana', 'bo'], from: '2026-01-02' }, { who: ['ana', 'bo'], from: 1_767_312_000 }],
    ['factor', { model: 'chaoss', path: 'billing' }, { model: 'chaoss', path: 'billing' }],
    ['trend', { months: '12' }, { months: 12 }],
  ])('%s takes %j', (name, query, input) => {
    expect(parse(name, query)).toEqual(input);
  });

  it.each<[QuestionName, Record<string, unknown>]>([
    ['areas', { depth: '1' }],
    ['areas', { at: '2026-02-30' }],
    ['explain', {}],
    ['explain', { area: '' }],
    ['away', {}],
    ['away', { who: 'ana', days: '0' }],
    ['away', { who: 'ana', kind: 'ill' }],
    ['factor', { model: 'doa' }],
    ['map', { depth: 'all' }],
  ])('%s refuses %j', (name, query) => {
    expect(QUESTION_INPUTS[name].safeParse(query).success).toBe(false);
  });

  it('are known by name, and nothing inherited is one', () => {
    expect([isQuestion('away'), isQuestion('toString'), isQuestion('__proto__')]).toEqual([true, false, false]);
  });
});
