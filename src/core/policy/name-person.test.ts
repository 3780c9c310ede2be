import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { maySeeNames, nameOpenedOf, namePerson } from './name-person.ts';
import type { Mode, OpenedNames, Viewer } from './viewer.ts';

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

const mark = (word: string): string => `mark of ${word}`;
const OPENED: OpenedNames = { areas: ['billing'], subjects: [mark('ana@shop.example')], until: 100 };
const viewer = (mode: Viewer['mode'], opened?: OpenedNames): Viewer => ({
  mode,
  grants: [{ role: 'member' }, { role: 'council' }],
  ...(opened === undefined ? {} : { opened }),
});

describe('a name behind four eyes', () => {
  const people = [
    { name: 'Ana Alder', emails: ['ana@shop.example'], names: ['Ana Alder'], kind: 'human' as const },
    { name: 'Bo Birch', emails: ['bo@shop.example'], names: ['Bo Birch'], kind: 'human' as const },
  ];
  const called = (person: number, who: Viewer, area = 'billing', now = 99): string =>
    nameOpenedOf({ people })(person, { viewer: who, area, now, mark }).called;

  it.each<[string, string, string]>([
    ['opened, in council mode, in its area and time', called(0, viewer('council', OPENED)), 'Ana Alder'],
    ['to whoever has no opening', called(0, viewer('council')), 'one carrier'],
    ['in team mode, whatever was opened', called(0, viewer('team', OPENED)), 'one carrier'],
    ['in another area', called(0, viewer('council', OPENED), 'shop'), 'one carrier'],
    ['when its time is over', called(0, viewer('council', OPENED), 'billing', 100), 'one carrier'],
    ['of somebody who came later', called(1, viewer('council', OPENED)), 'one carrier'],
  ])('[policy.10] %s', (_, said, meant) => {
    expect(said).toBe(meant);
  });
});
