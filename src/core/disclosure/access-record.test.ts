import { describe, expect, it } from 'vitest';
import { type AccessRecord, mustBeRecorded, recordsFor } from './access-record.ts';
import { ROLES, type Role } from '#core/policy/roles.ts';

const record = (id: string, by: string, subjects: readonly string[]): AccessRecord => ({
  id,
  at: 0,
  by,
  question: 'away',
  topics: ['self'],
  subjects,
  outcome: 'answered',
  sight: 'everything',
});
const LOG = [record('1', 'ana', ['ana']), record('2', 'bo', ['ana', 'cem']), record('3', 'cem', []), record('4', 'dara', ['bo'])];
const read = (key: string, role: Role) =>
  recordsFor({ key, viewer: { mode: 'team', grants: [{ role }] } }, LOG).map(({ id, subjects }) => `${id}: ${subjects.join()}`);

describe('the access log', () => {
  it('[disclosure.1] is read by whom it concerns, without the others it concerns', () => {
    expect(read('ana', 'member')).toEqual(['1: ana', '2: ana']);
    expect(read('cem', 'member')).toEqual(['2: cem', '3: ']);
    expect(read('bo', 'lead')).toEqual(['2: ', '4: bo']);
  });

  it('[disclosure.1] is read as a whole by the council only', () => {
    const whole = (Object.keys(ROLES) as Role[]).filter((role) => read('nobody', role).length > 0);
    expect(whole).toEqual(['council']);
    expect(read('nobody', 'council')).toHaveLength(LOG.length);
    expect(read('ana', 'agent')).toEqual([]);
  });

  it.each([
    ['areas', 'answered', false],
    ['method', 'answered', false],
    ['areas', 'refused', true],
    ['self', 'answered', true],
    ['identities', 'answered', true],
    ['log', 'answered', true],
  ] as const)('[disclosure.1] holds what was asked about %s and %s: %s', (topic, outcome, held) => {
    expect(mustBeRecorded({ topics: ['areas', topic], outcome })).toBe(held);
  });
});
