import { expect, it } from 'vitest';
import { grantOf, grantProblem } from './grant-of.ts';

const EVERYWHERE = { team: null, area: null };

it('[accounts.7] a kept grant is what policy reads', () => {
  expect(grantOf({ role: 'lead', team: 't', area: null })).toEqual([{ role: 'lead', teams: ['t'] }]);
  expect(grantOf({ role: 'steward', team: null, area: 'billing' })).toEqual([{ role: 'steward', areas: ['billing'] }]);
  expect(grantOf({ role: 'member', ...EVERYWHERE })).toEqual([{ role: 'member' }]);
  expect(grantOf({ role: 'emperor', ...EVERYWHERE })).toEqual([]);
  expect(grantOf({ role: 'constructor', ...EVERYWHERE })).toEqual([]);
});

it.each([
  ['an unknown role', { role: 'toString', ...EVERYWHERE }, 'person'],
  ['a service that leads', { role: 'lead', ...EVERYWHERE }, 'service'],
  ['a person who is an agent', { role: 'agent', ...EVERYWHERE }, 'person'],
  ['a team and an area at once', { role: 'steward', team: 't', area: 'a' }, 'person'],
  ['half an administrator', { role: 'administrator', team: 't', area: null }, 'person'],
] as const)('[accounts.7] %s is refused', (_, grant, kind) => {
  expect(grantProblem(grant, kind)).not.toBeNull();
});

it('[accounts.7] a role that can be given so is', () => {
  expect(grantProblem({ role: 'lead', team: 't', area: null }, 'person')).toBeNull();
  expect(grantProblem({ role: 'agent', ...EVERYWHERE }, 'service')).toBeNull();
});
