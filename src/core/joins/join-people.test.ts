import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonRecord } from '#core/evidence/evidence.ts';
import type { Handle } from '#core/facts/fact.ts';
import type { ActorKind } from '#core/terms/person.ts';
import { keysOfHandle } from './people/handle-keys.ts';
import type { HandleSeen } from './people/handles-seen.ts';
import { joinPeople } from './people/join-people.ts';
import { IN_FORCE_FROM, JOIN_RULES } from './join-rules.ts';
import { type JoinWord, wishesIn } from './join-words.ts';

function person(text: string, kind: ActorKind = 'human'): PersonRecord {
  const [, name, emails] = /^(.*?) <(.*)>$/.exec(text)!;
  return { name: name!, names: [name!], emails: emails!.split(' '), kind };
}

function seen(handle: Handle, rest: Partial<HandleSeen> = {}): HandleSeen {
  const first = { at: 1, reference: handle, role: 0 };
  return { handle, first, repositories: new Set(), names: [], mails: [], kind: undefined, sameAs: [], ...rest };
}

interface Told {
  readonly people: readonly PersonRecord[];
  readonly handles: readonly HandleSeen[];
  readonly words?: readonly JoinWord[];
  readonly wrote?: Readonly<Record<string, number>>;
}

function join({ people, handles, words = [], wrote = {} }: Told) {
  return joinPeople({
    people,
    handles: handles.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)),
    worksIn: (_, repository) => repository === 'github.com/acme/shop',
    wrote: (handle) => new Set(wrote[handle] === undefined ? [] : [wrote[handle]]),
    wishes: wishesIn(words),
  });
}

const ADA = person('Ada Example <ada@acme.test ada@home.test>');
const BEN = person('Ben Example <123+benny@users.noreply.github.com>');
const SHOP = { repositories: new Set(['github.com/acme/shop']) };

describe('[joins.4] who is who', () => {
  it.each<[string, HandleSeen, number | undefined, string | undefined]>([
    ['an address they commit with', seen('pagerduty:P1', { mails: ['ADA@home.test'] }), 0, 'same e-mail'],
    ['a mail handle', seen('mail:ada@acme.test'), 0, 'same e-mail'],
    ['a calendar called like their address', seen('calendar:ada@acme.test'), 0, 'same e-mail'],
    ['the no-reply address of the account', seen('github:benny'), 1, 'same account'],
    ['that of another vendor says nothing', seen('gitlab:benny'), undefined, undefined],
    ['name and login', seen('gitlab:ada', { names: ['Ada Example'] }), 0, 'same name, same login'],
    ['name and house', seen('slack:U1', { names: ['Ada Example'], mails: ['ada.example@acme.test'] }), 0, 'same name, same house'],
    ['name and place', seen('name:Ada Example', SHOP), 0, 'same name, same place'],
    ['name and work', seen('github:zzz', { names: ['Ada Example'] }), 0, 'same name, same work'],
    ['[joins.1] a bare name', seen('name:Ada Example'), undefined, undefined],
    [
      '[joins.1] a bot called like a person',
      seen('slack:B1', { names: ['Ada Example'], mails: ['ada@acme.test'], kind: 'bot' }),
      undefined,
      undefined,
    ],
    ['nothing at all', seen('pagerduty:P9'), undefined, undefined],
  ])('by %s', (_, handle, row, rule) => {
    const { personOf, joins } = join({ people: [ADA, BEN], handles: [handle], wrote: { 'github:zzz': 0 } });
    expect(personOf.get(handle.handle)).toBe(row ?? 2);
    expect(joins.find(({ state }) => state === 'guessed')?.rule).toBe(rule);
  });

  it('every rule has its reason, and only sure ones are used', () => {
    for (const { reason, confidence } of Object.values(JOIN_RULES)) {
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(JOIN_RULES['same full name'].confidence).toBeLessThan(IN_FORCE_FROM);
  });

  it('[joins.1] suggests a bare name', () => {
    expect(join({ people: [ADA], handles: [seen('name:Ada Example')] }).joins).toEqual([
      { kind: 'person', from: 'name:Ada Example', to: 'Ada Example <ada@acme.test>', rule: 'same full name', state: 'suggested' },
    ]);
  });

  it('one naming in two sources is one person, who stays one when nobody in the history is', () => {
    const handles = [seen('slack:U1', { mails: ['cy@acme.test'] }), seen('pagerduty:P1', { mails: ['cy@acme.test'] }), seen('slack:U2')];
    const { further, personOf } = join({ people: [ADA], handles });
    expect(further.map((one) => one.handles)).toEqual([['pagerduty:P1', 'slack:U1'], ['slack:U2']]);
    expect([personOf.get('slack:U1'), personOf.get('slack:U2')]).toEqual([1, 2]);
  });

  it('a mailbox of two people of the history, or of two names of one source, joins nobody', () => {
    const shared = [person('Ada Example <team@acme.test>'), person('Ben Sample <team@acme.test>')];
    expect(join({ people: shared, handles: [seen('slack:U1', { mails: ['team@acme.test'] })] }).personOf.get('slack:U1')).toBe(2);
    const two = [
      seen('slack:U1', { mails: ['cy@acme.test'], names: ['Cy Young'] }),
      seen('slack:U2', { mails: ['cy@acme.test'], names: ['Dee Old'] }),
    ];
    expect(join({ people: [], handles: two }).further).toHaveLength(2);
  });

  it('two namesakes in the history, or in one source, are told apart by nobody', () => {
    const namesakes = [ADA, person('Ada Example <a@other.test>')];
    expect(join({ people: namesakes, handles: [seen('github:ada', { names: ['Ada Example'], ...SHOP })] }).personOf.get('github:ada')).toBe(
      2,
    );
    const handles = [seen('github:x1', { names: ['Ada Example'], ...SHOP }), seen('github:x2', { names: ['Ada Example'], ...SHOP })];
    expect(join({ people: [ADA], handles }).further).toHaveLength(2);
  });
});

describe('[joins.2] words', () => {
  const handle = seen('pagerduty:P1', { mails: ['ada@home.test'] });
  const word = (says: JoinWord['says'], at: number, to = 'Ada Example <ada@acme.test>'): JoinWord => ({
    kind: 'person',
    from: 'pagerduty:P1',
    to,
    says,
    at,
  });
  const rowUnder = (words: readonly JoinWord[]) => join({ people: [ADA, BEN], handles: [handle], words }).personOf.get('pagerduty:P1');

  it('win over guesses, and taking them back brings back what was', () => {
    expect(rowUnder([])).toBe(0);
    expect(rowUnder([word('different', 1)])).toBe(2);
    expect(rowUnder([word('different', 1), word('different', 2)])).toBe(2);
    expect(rowUnder([word('different', 1), word('nothing', 2)])).toBe(0);
    expect(rowUnder([word('same', 1, 'Ben Example <123+benny@users.noreply.github.com>')])).toBe(1);
    expect(rowUnder([word('same', 1, 'Ben Example <123+benny@users.noreply.github.com>'), word('same', 2)])).toBe(0);
  });

  it('that somebody is not another hold through a third, and twice is once', () => {
    const handles = [handle, seen('slack:U1', { mails: ['ada@acme.test'], sameAs: ['pagerduty:P1'] })];
    const once = join({ people: [ADA], handles, words: [word('different', 1)] });
    expect(once.personOf.get('pagerduty:P1')).not.toBe(0);
    expect(join({ people: [ADA], handles, words: [word('different', 1), word('different', 1)] })).toEqual(once);
  });
});

describe('[joins.3] any crowd', () => {
  const crowd = fc.array(
    fc.record({ vendor: fc.constantFrom('github', 'slack', 'pagerduty'), mail: fc.option(fc.nat(4), { nil: undefined }), at: fc.nat(50) }),
    { minLength: 1, maxLength: 8 },
  );
  const told = (rows: readonly { vendor: string; mail?: number | undefined; at: number }[], rename: string) =>
    rows.map(({ vendor, mail, at }, i) =>
      seen(`${vendor}:${rename}${i}`, {
        first: { at, reference: `f${i}`, role: 0 },
        mails: mail === undefined ? [] : [`m${mail}@${rename}.test`],
      }),
    );
  const history = (rename: string) => [0, 1].map((row) => person(`Person${rename} Number${row} <m${row}@${rename}.test>`));

  it('is joined the same in any order and under any names', () => {
    fc.assert(
      fc.property(crowd, (rows) => {
        const [one, other] = [
          join({ people: history('here'), handles: told(rows, 'here') }),
          join({ people: history('there'), handles: told(rows, 'there').toReversed() }),
        ];
        expect([...other.personOf.values()]).toEqual([...one.personOf.values()]);
        expect(other.further.map(({ kind, handles }) => [kind, handles.length])).toEqual(
          one.further.map(({ kind, handles }) => [kind, handles.length]),
        );
        expect(other.joins.map(({ rule, state }) => [rule, state])).toEqual(one.joins.map(({ rule, state }) => [rule, state]));
      }),
    );
  });

  it('under any words nobody is two people, and a refused pair is never one', () => {
    const words = fc.array(
      fc.record({
        from: fc.nat(7),
        to: fc.nat(1),
        says: fc.constantFrom('same' as const, 'different' as const, 'nothing' as const),
        at: fc.nat(9),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(crowd, words, (rows, said) => {
        const handles = told(rows, 'here');
        const spoken = said.flatMap(({ from, to, says, at }): JoinWord[] =>
          handles[from] === undefined ? [] : [{ kind: 'person', from: handles[from].handle, to: `m${to}@here.test`, says, at }],
        );
        const joined = join({ people: history('here'), handles, words: spoken });
        expect(joined).toEqual(join({ people: history('here'), handles, words: [...spoken.toReversed(), ...spoken] }));
        for (const { from, to } of wishesIn(spoken).different) expect(joined.personOf.get(from as Handle)).not.toBe(Number(to[1]));
        const refused = new Set(wishesIn(spoken).different.map(({ from }) => from));
        for (const { from, to } of wishesIn(spoken).same)
          if (refused.size === 0) expect(joined.personOf.get(from as Handle)).toBe(Number(to[1]));
        expect(joined.joins.every(({ state }) => ['guessed', 'confirmed', 'suggested', 'rejected'].includes(state))).toBe(true);
      }),
    );
  });
});

it.each([
  ['mail:svc-nagios@acme.test', [], [], 'bot'],
  ['mail:acme-ci@acme.test', [], [], 'bot'],
  ['mail:ada@acme.test', [], [], 'human'],
  ['pagerduty:PU1', ['svc-terraform'], [], 'bot'],
  ['pagerduty:PU1', ['Terraform Automation'], ['ops@acme.test'], 'bot'],
  ['pagerduty:PU1', ['Ada Example'], ['ada@acme.test'], 'human'],
  ['slack:U1', ['jenkins-ci'], [], 'bot'],
  ['slack:U1', ['ada'], [], 'human'],
  ['name:svc_backup', [], [], 'bot'],
  ['name:Ada Example', [], [], 'human'],
  ['gitlab:acme-ci', [], [], 'bot'],
  ['github:octo-ada', ['Ada Example'], ['ada@acme.test'], 'human'],
] as const)('[joins.1] %s, called %j with %j, is a %s', (handle, names, mails, kind) => {
  expect(keysOfHandle(seen(handle, { names, mails })).kind).toBe(kind);
});
