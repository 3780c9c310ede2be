import { describe, expect, it } from 'vitest';
import type { PersonRecord } from '#core/evidence/evidence.ts';
import { housesOf } from './houses-of.ts';
import { redactEvidence } from './redact-evidence.ts';
import { evidenceOf } from '#test/evidence-of.ts';

const writes = (...domains: readonly string[]): PersonRecord => ({
  name: 'Ines',
  names: ['Ines'],
  emails: domains.map((domain) => ['ines', domain].join('@')),
  kind: 'human',
});

describe('houses', () => {
  it.each([
    ['the same house, whatever stands before it', ['acme.example', 'mail.acme.example'], [0]],
    ['two houses', ['acme.example', 'other.example'], [0, 1]],
    ['open services, no-reply addresses and machines', ['gmail.com', 'yahoo.co.uk', 'users.noreply.github.com', 'localhost'], []],
  ])('[policy.2] are numbers without a name: %s', (_, domains, houses) => {
    expect(housesOf({ people: [writes(...domains)] })).toEqual([houses]);
  });

  it('[policy.2] stay when addresses are taken away', () => {
    const told = evidenceOf(['Ines', 'Bo', 'Cem'].map((by, day) => ({ day, by, files: ['x.ts'] })));
    const evidence = { ...told, people: [writes('acme.example'), writes('other.example'), writes('acme.example', 'gmail.com')] };
    const hidden = redactEvidence(evidence, { mode: 'team' });
    expect(hidden.people.flatMap(({ emails }) => emails)).toEqual([]);
    expect(housesOf(hidden)).toEqual([[0], [1], [0]]);
  });
});
