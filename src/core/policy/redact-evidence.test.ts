import { describe, expect, it } from 'vitest';
import { makeEvidence } from '#test/world.ts';
import { redactEvidence } from './redact-evidence.ts';

describe('redactEvidence', () => {
  const evidence = {
    ...makeEvidence({ commits: 200 }),
    merges: [{ person: 0, kept: 'Ines Prado <ines@example.org>', joined: 'ines <i@example.org>', rule: 'confirmed' as const }],
  };

  it.each(['team', 'council'] as const)('[policy.2] leaves a %s viewer no word of anybody, and every figure', (mode) => {
    const redacted = redactEvidence(evidence, { mode });
    const words = evidence.people.flatMap(({ name, names, emails }) => [name, ...names, ...emails]);
    const said = JSON.stringify([redacted.people, redacted.merges, redacted.leftOut]);
    expect(words.filter((word) => said.includes(word))).toEqual([]);
    expect(new Set(redacted.people.map(({ name }) => name)).size).toBe(evidence.people.length);
    expect(redacted.people.map(({ kind }) => kind)).toEqual(evidence.people.map(({ kind }) => kind));
    expect({ ...redacted, people: evidence.people, merges: evidence.merges }).toEqual(evidence);
  });

  it('[policy.2] leaves a solo viewer everything', () => {
    expect(redactEvidence(evidence, { mode: 'solo' })).toBe(evidence);
  });
});
