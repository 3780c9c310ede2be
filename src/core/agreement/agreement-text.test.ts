import { describe, expect, it } from 'vitest';
import { ROLES, type Role, TOPICS, type Topic } from '#core/policy/roles.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import { MODES, type Mode } from '#core/policy/viewer.ts';
import { RETENTION_TERMS } from '#core/retention/retention-terms.ts';
import { agreementText } from './agreement-text.ts';
import type { AgreementFacts } from './agreement-words.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';

const facts = (mode: Mode): AgreementFacts => ({
  version: '1.2.3',
  date: '2026-11-21',
  mode,
  repositories: ['billing', 'ledger'],
  settings: { absenceDays: 14, carrierFrom: 0.6 },
  questions: ['areas', 'away', 'identities', 'newest-idea', 'who'],
});
const languages = [
  ['en', ENGLISH],
  ['de', GERMAN],
] as const;
const tablesOf = (text: string): readonly (readonly (readonly string[])[])[] =>
  text
    .split(/\n\n/)
    .filter((block) => block.startsWith('|'))
    .map((block) =>
      block.split('\n').map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    );

describe.each(languages)('the agreement in %s', (_, words) => {
  it.each(MODES)('[agreement.1] shows in %s mode, cell by cell, what the program decides', (mode) => {
    const matrix = tablesOf(agreementText(facts(mode), words))[1]!;
    const shown = mode === 'solo' ? 'council' : mode;
    const expected = (Object.keys(TOPICS) as Topic[]).map((topic) => [
      words.topics[topic],
      ...(Object.keys(ROLES) as Role[]).map(
        (role) => words.sights[sightOf({ mode: shown, grants: [{ role }] }, topic, { teams: ['a', 'b'] })],
      ),
    ]);
    expect(matrix.slice(2)).toEqual(expected);
    expect(matrix.every((row) => row.length === matrix[0]!.length)).toBe(true);
  });

  it('[agreement.1] says which questions nobody is answered, new ones among them', () => {
    const text = agreementText(facts('team'), words);
    expect(text).toContain(words.questions(['areas', 'away', 'who'], ['identities', 'newest-idea']));
    expect(agreementText(facts('council'), words)).toContain(words.questions(['areas', 'away'], ['identities', 'newest-idea', 'who']));
  });

  it('[agreement.1] holds every term of retention, every number and every setting', () => {
    const text = agreementText(facts('team'), words);
    const terms = tablesOf(text)[2]!.slice(2);
    expect(terms.map(([, days]) => Number(days))).toEqual(Object.values(RETENTION_TERMS).map(({ days }) => days));
    for (const said of ['`absenceDays`: 14', '`carrierFrom`: 0.6', 'billing, ledger', '1.2.3', ' 5 ', ' 72 ', ' 24 '])
      expect(text).toContain(said);
  });

  it('[agreement.1] says of a running server the terms that it keeps, and how names open there', () => {
    const retention = { events: 1, messages: 2, evidence: 701, leavers: 17, log: 365 };
    const running = { sources: { https: 2 }, retention, roles: { member: 3 }, signIn: ['passkey'] };
    const mode = agreementText({ ...facts('council'), running }, words).split(/^## /m)[2]!;
    expect([' 701 ', ' 17 ', ' 365 ', ' 72 ', '2 × https', '3 × member', 'passkey'].filter((said) => !mode.includes(said))).toEqual([]);
    const whole = agreementText({ ...facts('council'), running }, words);
    expect([whole.includes(words.withoutServer), /four eyes|[Vv]ier[- ]Augen/.test(whole)]).toEqual([false, true]);
  });

  it('[agreement.1] is whole: twelve parts, none empty, boxes to tick, lines to sign', () => {
    const text = agreementText(facts('solo'), words);
    const parts = text.split(/^## /m).slice(1);
    expect(parts.map((part) => Number(part.split('.')[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(parts.filter((part) => part.split('\n').slice(1).join('').trim().length < 20)).toEqual([]);
    expect([text.includes('- [ ] '), text.includes('____'), text.includes('undefined'), text.includes(words.proposal)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
