import { describe, expect, it } from 'vitest';
import { RIGHTS, ROLES, type Role, SIGHTS, TOPICS, type Topic } from './roles.ts';
import { type JoinPlace, type JoinRight, joinRight, mayDo, sightOf } from './sight-of.ts';
import { type Mode, MODES, type Viewer } from './viewer.ts';

const topics = Object.keys(TOPICS) as readonly Topic[];
const roles = Object.keys(ROLES) as readonly Role[];
const holding = (mode: Viewer['mode'], role: Role): Viewer => ({ mode, grants: [{ role }] });
/** Two teams, so that sums over teams may be asked for. */
const PLACE = { teams: ['red', 'blue'] };
/** One letter a sight: . nothing, s sums, w words, r roles, E everything. */
const letter = (viewer: Viewer, topic: Topic): string => '.swrE'[SIGHTS.indexOf(sightOf(viewer, topic, PLACE))]!;
const table = (mode: Viewer['mode']): string =>
  topics.map((topic) => `${topic.padEnd(11)}${roles.map((role) => letter(holding(mode, role), topic)).join(' ')}`).join('\n');

describe('what is seen', () => {
  it('[policy.4] in team mode is this, for every role and topic, and nothing else', () => {
    expect(roles.join(' ')).toBe('member steward facilitator lead sponsor administrator council agent');
    expect(table('team')).toMatchInlineSnapshot(`
      "areas      r r . r . . . r
      paths      r r . r . . . .
      self       E E E E E E . .
      person     . . . . . . . .
      shared     w w w w w w . .
      helpers    w . . . . . . .
      signals    . . . r . . . .
      teams      . . . . s . . .
      transfers  . w w . . . . .
      identities . . . . . . . .
      method     E E E E E E E E
      settings   . . . . . E w .
      ownLog     E E E E E E . .
      log        . . . . . . E .
      evidence   . . . . . . . .
      opened     . . . . . . . ."
    `);
  });

  it('[policy.4] in council mode is areas and oneself', () => {
    expect(table('council')).toMatchInlineSnapshot(`
      "areas      r r . r . . . r
      paths      . . . . . . . .
      self       E E E E E E . .
      person     . . . . . . . .
      shared     w w w w w w . .
      helpers    . . . . . . . .
      signals    . . . . . . . .
      teams      . . . . s . . .
      transfers  . w w . . . . .
      identities . . . . . . . .
      method     E E E E E E E E
      settings   . . . . . E w .
      ownLog     E E E E E E . .
      log        . . . . . . E .
      evidence   . . . . . . . .
      opened     . . . . . . . ."
    `);
  });

  it('[policy.4] is everything in solo mode, where nobody else looks', () => {
    expect(
      new Set(
        table('solo')
          .replaceAll(/^\S+ */gm, '')
          .match(/\S/g),
      ),
    ).toEqual(new Set('E'));
  });

  it('[policy.4] is never another person, the whole evidence or who is who, whatever roles are held together', () => {
    const all: Viewer = { mode: 'team', grants: roles.map((role) => ({ role })) };
    for (const topic of ['person', 'evidence', 'identities'] as const) expect(sightOf(all, topic, PLACE)).toBe('nothing');
  });

  it('[policy.4] is never less with one role more, and never more in council mode than in team mode', () => {
    for (const one of roles)
      for (const other of roles)
        for (const topic of topics) {
          const seen = (mode: Viewer['mode'], held: readonly Role[]): number =>
            SIGHTS.indexOf(sightOf({ mode, grants: held.map((role) => ({ role })) }, topic, PLACE));
          expect(seen('team', [one, other])).toBeGreaterThanOrEqual(seen('team', [one]));
          expect(seen('council', [one, other])).toBeLessThanOrEqual(seen('team', [one, other]));
        }
  });

  it.each([
    ['an area of theirs', { area: 'billing' }, 'words'],
    ['another area', { area: 'ledger' }, 'nothing'],
    ['the whole', {}, 'nothing'],
  ] as const)('[policy.5] with a role for one area, of %s', (_, place, sight) => {
    expect(sightOf({ mode: 'team', grants: [{ role: 'steward', areas: ['billing'] }] }, 'transfers', place)).toBe(sight);
  });

  it.each([
    ['their team', { teams: ['red'] }, 'roles'],
    ['another team', { teams: ['blue'] }, 'nothing'],
    ['their team and another', { teams: ['red', 'blue'] }, 'nothing'],
    ['no team in particular', {}, 'nothing'],
  ] as const)('[policy.5] with a role for one team, of %s', (_, place, sight) => {
    expect(sightOf({ mode: 'team', grants: [{ role: 'lead', teams: ['red'] }] }, 'signals', place)).toBe(sight);
  });

  it('[policy.5] over teams begins with two of them', () => {
    const sponsor: Viewer = { mode: 'team', grants: [{ role: 'sponsor' }] };
    expect([[], ['red'], ['red', 'blue']].map((teams) => sightOf(sponsor, 'teams', { teams }))).toEqual(['nothing', 'nothing', 'sums']);
  });

  it('[policy.5] by a facilitator ends where they are a subject', () => {
    const viewer: Viewer = { mode: 'team', grants: [{ role: 'facilitator' }] };
    expect([false, true].map((involved) => sightOf(viewer, 'transfers', { involved }))).toEqual(['words', 'nothing']);
  });
});

describe('what is done', () => {
  it('[policy.6] by a service is asking: it never attests, joins or configures', () => {
    const agent: Viewer = { mode: 'team', grants: [{ role: 'agent' }] };
    expect(RIGHTS.filter((right) => mayDo(agent, right))).toEqual(['ask']);
  });

  it('[policy.6] by an administrator is configuring, by a council asking', () => {
    const rights = (role: Role) => RIGHTS.filter((right) => mayDo(holding('team', role), right)).join(', ');
    expect([rights('administrator'), rights('council'), rights('facilitator')]).toEqual(['configure', 'ask, agree to names', 'facilitate']);
    expect(RIGHTS.filter((right) => MODES.some((mode) => mayDo({ mode, grants: [] }, right) !== (mode === 'solo')))).toEqual([]);
  });

  it('[policy.6] without accounts is what a member does, and with an account that holds no role nothing', () => {
    const seen = (viewer: Viewer) => topics.map((topic) => sightOf(viewer, topic, PLACE));
    expect(seen({ mode: 'team' })).toEqual(seen(holding('team', 'member')));
    expect(new Set(seen({ mode: 'team', grants: [] }))).toEqual(new Set(['nothing']));
  });
});

const joinOfPerson = (own: boolean): JoinPlace => ({ kind: 'person', own });
const joinOfThing = (kind: JoinPlace['kind'], area?: string): JoinPlace => ({ kind, own: false, area });

it.each<[Mode, Role, JoinPlace, JoinRight]>([
  ['solo', 'member', joinOfPerson(false), 'decides'],
  ['team', 'administrator', joinOfPerson(false), 'decides'],
  ['team', 'administrator', joinOfPerson(true), 'own'],
  ['team', 'member', joinOfPerson(true), 'own'],
  ['team', 'member', joinOfPerson(false), 'nothing'],
  ['team', 'lead', joinOfPerson(false), 'nothing'],
  ['team', 'council', joinOfPerson(false), 'nothing'],
  ['council', 'administrator', joinOfPerson(false), 'nothing'],
  ['council', 'administrator', joinOfThing('area', 'pay'), 'decides'],
  ['council', 'member', joinOfPerson(true), 'own'],
  ['team', 'member', joinOfThing('area', 'pay'), 'sees'],
  ['team', 'member', joinOfThing('runbook'), 'sees'],
  ['council', 'member', joinOfThing('runbook'), 'nothing'],
  ['council', 'member', joinOfThing('repository'), 'sees'],
  ['team', 'member', joinOfThing('team'), 'sees'],
  ['council', 'administrator', joinOfThing('team'), 'decides'],
  ['team', 'administrator', joinOfThing('calendar'), 'decides'],
  ['team', 'member', joinOfThing('calendar'), 'nothing'],
  ['council', 'member', joinOfThing('calendar'), 'nothing'],
  ['team', 'sponsor', joinOfThing('area', 'pay'), 'nothing'],
  ['team', 'agent', joinOfThing('repository'), 'sees'],
])('[policy.11] in %s mode a %s may do with %o: %s', (mode, role, place, right) => {
  expect(joinRight({ mode, grants: [{ role }] }, place)).toBe(right);
});

it('[policy.11] a steward of some areas reads what leads there, and nothing else', () => {
  const steward = { mode: 'team', grants: [{ role: 'steward', areas: ['pay'] }] } as const;
  expect(['pay', 'cart'].map((area) => joinRight(steward, joinOfThing('area', area)))).toEqual(['sees', 'nothing']);
});
