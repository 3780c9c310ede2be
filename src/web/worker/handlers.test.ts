import { beforeAll, describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { packWorld, unpackWorld } from '#core/world/pack-world.ts';
import { makeWorld } from '#test/world.ts';
import { HANDLERS } from './handlers.ts';

const world = makeWorld();

describe('the worker', () => {
  beforeAll(() => void HANDLERS.load({ bytes: packWorld(world), me: 4 }));

  it('answers the questions of core with the answers of core', () => {
    expect(HANDLERS.ask({ question: 'areas', input: {}, at: null })).toEqual(answerAreas(unpackWorld(packWorld(world))));
  });

  it('knows nobody by name where names may not be seen', () => {
    const names = HANDLERS.people(null).map(({ label }) => label);
    expect(names).toContain('Bo Alder');
    HANDLERS.load({ bytes: packWorld({ ...world, viewer: { mode: 'team' } }), me: null });
    const numbers = HANDLERS.people(null);
    expect(numbers.every(({ label, key }) => /^(Person|Agent) \d+$/.test(label) && /^p\d+$/.test(key))).toBe(true);
  });

  it('says so when it does not know a question', () => {
    expect(() => HANDLERS.ask({ question: 'fortune', input: {}, at: null })).toThrow('no question is called fortune');
  });
});
