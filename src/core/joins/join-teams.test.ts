import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOIN_RULES, reasonOf } from './join-rules.ts';
import { type JoinWord, wishesIn } from './join-words.ts';
import { joinCalendars } from './teams/join-calendars.ts';
import { joinTeams } from './teams/join-teams.ts';
import type { TeamSeen } from './teams/team-seen.ts';
import { teamsCalled } from './teams/teams-called.ts';

const FORGE = 'team:github.com/acme/payments';
const CATALOG = 'team:default/payments';
const WRITTEN = 'team:payments';

function team(place: string, members: readonly number[] = [], rest: Partial<TeamSeen> = {}): TeamSeen {
  const vendor = place.includes('github') ? 'github' : place.includes('/') ? 'backstage' : 'mail';
  return { place, names: [], sameAs: [], members: new Set(members), vendors: new Set(members.length > 0 ? [vendor] : []), ...rest };
}

/** Everybody below ten is known by every account; the others by that of the forge alone. */
function join(teams: readonly TeamSeen[], words: readonly JoinWord[] = []) {
  return joinTeams({
    teams: teams.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    vendorsOf: (person) => new Set(person < 10 ? ['github', 'backstage', 'mail'] : ['github']),
    wishes: wishesIn(words),
  });
}

const brief = ({ joins }: ReturnType<typeof join>) => joins.map(({ from, to, rule, state }) => [from, to, rule, state]);
const word = (from: string, to: string, says: JoinWord['says']): JoinWord => ({ kind: 'team', from, to, says, at: 1 });
const isOne = ({ teamOf }: ReturnType<typeof join>, ...places: readonly string[]) =>
  new Set(places.map((one) => teamOf.get(one))).size === 1;

describe('[joins.8] which teams are one', () => {
  it('by what they are called, under all three names', () => {
    const joined = join([team(FORGE), team(CATALOG), team(WRITTEN)]);
    expect(brief(joined)).toEqual([
      [FORGE, CATALOG, 'team called alike', 'guessed'],
      [WRITTEN, CATALOG, 'team called alike', 'guessed'],
    ]);
    expect([...joined.teamOf.values()]).toEqual([CATALOG, CATALOG, CATALOG]);
  });

  it.each<[string, TeamSeen, TeamSeen, string, string, string]>([
    [
      'declared',
      team(CATALOG, [], { sameAs: ['team:github.com/acme/billing'] }),
      team('team:github.com/acme/billing'),
      'declared',
      'guessed',
      '',
    ],
    ['most members', team(FORGE, [1, 2, 3]), team(WRITTEN, [2, 3, 4, 5]), 'called alike, same members', 'guessed', '2 of 3'],
    ['half of them', team(FORGE, [1, 2]), team(WRITTEN, [2, 3, 4, 5]), 'called alike, same members', 'guessed', '1 of 2'],
    ['other members', team(FORGE, [1, 2, 3]), team(WRITTEN, [3, 4, 5]), 'called alike, other members', 'suggested', '1 of 3'],
    ['whoever could not be in both', team(FORGE, [10, 11, 12]), team(WRITTEN, [4, 5]), 'team called alike', 'guessed', ''],
    ['whoever could', team(FORGE, [1, 10, 11, 12]), team(WRITTEN, [1, 4]), 'called alike, same members', 'guessed', '1 of 1'],
    [
      'nearly, with members',
      team(FORGE, [1, 2]),
      team('team:payments team', [1, 2]),
      'called nearly alike, same members',
      'guessed',
      '2 of 2',
    ],
    ['nearly', team(FORGE), team('team:payments team'), 'team called nearly so', 'suggested', ''],
    ['by its title', team(FORGE, [], { names: ['Money'] }), team('team:money'), 'team called alike', 'guessed', ''],
    ['another name', team(FORGE, [1, 2, 3, 4]), team('team:falcons', [1, 2, 3, 4]), 'same members', 'suggested', '4 of 4'],
    ['organisation and name', team(FORGE), team('team:git.acme.test/acme/payments'), 'same organisation and name', 'guessed', ''],
  ])('%s', (_, one, other, rule, state, figures) => {
    const joined = join([one, other]);
    expect(joined.joins.map((made) => [made.rule, made.state])).toEqual([[rule, state]]);
    expect(isOne(joined, one.place, other.place)).toBe(state === 'guessed');
    const said = reasonOf(joined.joins[0]!, true);
    expect(said).toBe(`${JOIN_RULES[joined.joins[0]!.rule].reason}${figures === '' ? '' : ` In both: ${figures} whom both sources know.`}`);
    expect(reasonOf(joined.joins[0]!, false)).not.toMatch(/In both:/);
  });

  it.each<[string, TeamSeen, TeamSeen]>([
    ['nearly, with others in it', team(FORGE, [1, 2]), team('team:payments team', [3, 4])],
    ['two people alone', team(FORGE, [1, 2]), team('team:falcons', [1, 2])],
    ['a part of it', team(FORGE, [1, 2, 3, 4, 5, 6]), team('team:falcons', [1, 2, 3])],
    ['nothing', team(FORGE), team('team:falcons')],
  ])('and not: %s', (_, one, other) => {
    expect(join([one, other]).joins).toEqual([]);
  });
});

describe('[joins.7] two teams of one source', () => {
  const beta = 'team:github.com/beta/payments';

  it('are told apart by their members, else by nobody', () => {
    const joined = join([team(FORGE, [1, 2]), team(beta, [3, 4]), team(WRITTEN, [3, 4])]);
    expect(isOne(joined, beta, WRITTEN)).toBe(true);
    expect(isOne(joined, FORGE, beta)).toBe(false);
    expect(brief(joined)).toEqual([[WRITTEN, beta, 'called alike, same members', 'guessed']]);
    const open = join([team(FORGE), team(beta), team(WRITTEN)]);
    expect(brief(open)).toEqual([
      [WRITTEN, FORGE, 'one of several', 'suggested'],
      [WRITTEN, beta, 'one of several', 'suggested'],
    ]);
    expect(isOne(open, FORGE, beta)).toBe(false);
  });

  it('are not joined through a third that both are declared to be, nor that their members fit', () => {
    const both = { sameAs: [FORGE] };
    const declared = join([team(FORGE), team(CATALOG, [], both), team('team:default/billing', [], both)]);
    expect(isOne(declared, CATALOG, 'team:default/billing')).toBe(false);
    const fitting = join([team(FORGE, [1, 2]), team(beta, [1, 2]), team(WRITTEN, [1, 2])]);
    expect(brief(fitting)).toEqual([
      [WRITTEN, FORGE, 'one of several', 'suggested'],
      [WRITTEN, beta, 'one of several', 'suggested'],
    ]);
  });

  it('are joined by a word, and by nothing else in any company', () => {
    expect(isOne(join([team(FORGE), team(beta)], [word(beta, FORGE, 'same')]), FORGE, beta)).toBe(true);
    const places = ['github.com/a/x', 'github.com/b/x', 'gitlab.example/a/x', 'default/x', 'other/x', 'x', 'x team'];
    const some = fc.record({
      place: fc.constantFrom(...places.map((one) => `team:${one}`)),
      members: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }),
      sameAs: fc.uniqueArray(fc.constantFrom('team:github.com/a/x', 'team:github.com/b/x'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ place }) => place, maxLength: 7 }), (all) => {
        const joined = join(all.map(({ place, members, sameAs }) => team(place, members, { sameAs })));
        const groups = Map.groupBy(joined.teamOf.keys(), (place) => joined.teamOf.get(place)!);
        for (const group of groups.values()) {
          const sources = group.map((place) => /github|gitlab/.exec(place)?.[0] ?? (place.includes('/') ? 'catalog' : 'written'));
          expect(new Set(sources).size).toBe(sources.length);
        }
      }),
    );
  });
});

describe('[joins.2] words on teams', () => {
  const all = [team(FORGE, [1, 2]), team(CATALOG, [1, 2]), team(WRITTEN, [7, 8])];

  it('join what members tell apart, and keep apart what is called alike', () => {
    expect(isOne(join(all), CATALOG, WRITTEN)).toBe(false);
    const same = join(all, [word(WRITTEN, FORGE, 'same')]);
    expect(isOne(same, FORGE, CATALOG, WRITTEN)).toBe(true);
    expect(brief(same)).toEqual([
      [WRITTEN, FORGE, 'said', 'confirmed'],
      [FORGE, CATALOG, 'called alike, same members', 'guessed'],
    ]);
    const apart = join(all, [word(FORGE, CATALOG, 'different')]);
    expect(isOne(apart, FORGE, CATALOG)).toBe(false);
    expect(brief(apart)).toContainEqual([FORGE, CATALOG, 'said', 'rejected']);
    expect(brief(join(all, [word(FORGE, CATALOG, 'nothing')]))).toEqual(brief(join(all)));
  });

  it('refuse also what a third would bring', () => {
    const three = [team(FORGE), team(CATALOG), team(WRITTEN)];
    const joined = join(three, [word(FORGE, WRITTEN, 'different')]);
    expect(isOne(joined, FORGE, WRITTEN)).toBe(false);
    expect(brief(joined).map(([from, to, , state]) => [from, to, state])).toEqual([
      [FORGE, CATALOG, 'guessed'],
      [FORGE, WRITTEN, 'rejected'],
    ]);
  });

  it('are said of each name once, however it was joined', () => {
    const edges = [
      team('team:github.com/acme/a', [1, 2], { names: ['one'] }),
      team('team:default/b', [], { names: ['one', 'two'] }),
      team('team:two', [1, 2]),
      team('team:git.acme.test/x/c', [], { sameAs: ['team:two'] }),
    ];
    const { joins } = join(edges);
    expect(joins.length).toBe(3);
    expect(new Set(joins.map(({ from }) => from)).size).toBe(3);
    const said = joins.map(({ from, to }, i): JoinWord => ({ kind: 'team', from, to, says: 'same', at: i }));
    expect(brief(join(edges, said)).map(([from, to, , state]) => [from, to, state])).toEqual(
      joins.map(({ from, to }) => [from, to, 'confirmed']),
    );
  });

  it('[joins.3] mean the same in whatever order teams are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: 3 }), (shuffled) => {
        expect(join(shuffled)).toEqual(join(all));
      }),
    );
  });
});

describe('[joins.8] a team that a text means', () => {
  const { at, called, inFile } = teamsCalled([
    { id: CATALOG, name: 'Money people', also: [FORGE, WRITTEN] },
    { id: 'team:github.com/beta/search', name: 'search' },
    { id: 'team:github.com/acme/web', name: 'web' },
    { id: 'team:web', name: 'web' },
    { id: 'team:ops', name: 'ops' },
  ]);

  it.each([
    ['acme/payments', 0],
    ['payments', 0],
    ['acme/web', 2],
    ['web', undefined],
    ['beta/search', 1],
    ['acme/search', undefined],
    ['acme/ops', 4],
    ['acme/moon', undefined],
  ])('in a file of owners: %s', (text, row) => {
    expect(inFile(text)).toBe(row);
  });

  it('elsewhere: by any of its names, or by what one alone is called', () => {
    expect([at(WRITTEN), at(FORGE), at('team:moon'), called('Money People'), called('group:x/payments'), called('web')]).toEqual([
      0,
      0,
      undefined,
      0,
      0,
      undefined,
    ]);
  });
});

describe('[joins.9] whose a calendar is', () => {
  const teams = [team(FORGE), team('team:github.com/acme/search'), team('team:ops')];
  const of = (handles: readonly `${string}:${string}`[], words: readonly JoinWord[] = []) =>
    joinCalendars({
      handles,
      personOf: new Map([
        ['mail:search@acme.test', 0],
        ['mail:payments@acme.test', 7],
      ]),
      known: 7,
      teams,
      teamOf: new Map([[FORGE, CATALOG]]),
      wishes: wishesIn(words),
    });

  it.each<[`${string}:${string}`, string | undefined]>([
    ['calendar:Payments', CATALOG],
    ['calendar:Payments team – out of office', CATALOG],
    ['calendar:Urlaub Search', 'team:github.com/acme/search'],
    ['mail:payments@acme.test', CATALOG],
    ['mail:search@acme.test', undefined],
    ['calendar:payments@acme.test', undefined],
    ['calendar:Ada Example', undefined],
    ['calendar:Out of office', undefined],
    ['name:Payments', undefined],
  ])('%s is suggested to be of %s, and of nobody before somebody says so', (handle, to) => {
    const { joins, teamOf } = of([handle]);
    const rule = 'calendar called like the team';
    expect(joins).toEqual(to === undefined ? [] : [{ kind: 'team', from: handle, to, rule, state: 'suggested' }]);
    expect(teamOf.size).toBe(0);
  });

  it('[joins.2] is what was said of it, until it is taken back', () => {
    const handle = 'calendar:Money planning';
    const same = word(handle, FORGE, 'same');
    expect(of([handle], [same])).toEqual({
      teamOf: new Map([[handle, CATALOG]]),
      joins: [{ kind: 'team', from: handle, to: FORGE, rule: 'said', state: 'confirmed' }],
    });
    expect(of([handle], [same, { ...same, says: 'nothing', at: 2 }]).teamOf.size).toBe(0);
    expect(of(['calendar:Payments'], [word('calendar:Payments', CATALOG, 'different')]).joins).toEqual([]);
    expect(of(['mail:search@acme.test'], [word('mail:search@acme.test', FORGE, 'same')]).joins).toEqual([]);
  });
});
