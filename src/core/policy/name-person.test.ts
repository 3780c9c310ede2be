import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { maySeeNames, namePerson } from './name-person.ts';
import type { Mode } from './viewer.ts';

describe('namePerson', () => {
  const evidence = evidenceOf(
    [
      { day: 0, by: 'Ines Prado', files: ['a.ts'] },
      { day: 1, by: 'bumper[bot]', files: ['a.ts'] },
      { day: 2, by: 'Helper Model', files: ['a.ts'] },
    ],
    { kinds: { 'bumper[bot]': 'bot', 'Helper Model': 'agent' } },
  );

  it.each<[Mode, readonly string[]]>([
    ['solo', ['Ines Prado', 'bumper[bot]', 'Helper Model']],
    ['team', ['one carrier', 'a bot', 'an AI agent']],
    ['council', ['one carrier', 'a bot', 'an AI agent']],
  ])('[policy.1] in %s mode says %j', (mode, words) => {
    expect([0, 1, 2].map((person) => namePerson(evidence, person, { mode }))).toEqual(words);
    expect(maySeeNames({ mode })).toBe(mode === 'solo');
  });
});
