import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, identityKeys } from './identity-keys.ts';
import { type Corroboration, mergeIdentities, type MergeWishes } from './merge-identities.ts';

const DAY = 86_400;

/** `Name <e-mail>`, active from day to day, with commits written. */
interface Told {
  readonly text: string;
  readonly days?: readonly [number, number];
  readonly written?: number;
}

function identityOf(text: string): Identity {
  const [, name, email] = /^(.*?)\s*<(.*)>$/.exec(text)!;
  return { name: name!, email: email! };
}

function merge(told: readonly Told[], wishes: MergeWishes = {}, shareFile: Corroboration['shareFile'] = () => false) {
  const identities = told.map(({ text }) => identityOf(text));
  const corroboration = {
    first: Float64Array.from(told, ({ days }) => (days?.[0] ?? 0) * DAY),
    last: Float64Array.from(told, ({ days }) => (days?.[1] ?? 100) * DAY),
    written: Uint32Array.from(told, ({ written }) => written ?? 10),
    shareFile,
  };
  return mergeIdentities({ identities, keys: identities.map(identityKeys) }, wishes, corroboration);
}

/** Groups as lists of spellings, in a fixed order. */
function groups(told: readonly Told[], wishes?: MergeWishes, shareFile?: Corroboration['shareFile']): readonly (readonly string[])[] {
  const { group } = merge(told, wishes, shareFile);
  const byRoot = new Map<number, string[]>();
  group.forEach((root, row) => byRoot.set(root, [...(byRoot.get(root) ?? []), told[row]!.text]));
  return [...byRoot.values()].map((texts) => texts.toSorted()).toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

const told = (...texts: readonly string[]): readonly Told[] => texts.map((text) => ({ text }));

describe('mergeIdentities', () => {
  it('[identity.6] joins by account, e-mail and full name, and says by which', () => {
    const people = told(
      'Ann Lee <ann@firm.example>',
      'annlee <12+annlee@users.noreply.github.com>',
      'Ann <ANN@firm.example>',
      'Ánn Lee <ann@home.example>',
      'A. L. <12+ann-new@users.noreply.github.com>',
      'Bo Ray <bo@firm.example>',
    );
    expect(groups(people)).toEqual([
      ['A. L. <12+ann-new@users.noreply.github.com>', 'annlee <12+annlee@users.noreply.github.com>'],
      ['Ann <ANN@firm.example>', 'Ann Lee <ann@firm.example>', 'Ánn Lee <ann@home.example>'],
      ['Bo Ray <bo@firm.example>'],
    ]);
    expect(merge(people).joins.map(({ rule }) => rule)).toEqual(['same account', 'same e-mail', 'same name']);
  });

  it.each<[string, readonly Told[], boolean, number]>([
    [
      'years apart',
      [
        { text: 'Ann Lee <a@x.example>', days: [0, 10] },
        { text: 'Ann Lee <b@y.example>', days: [1000, 1010] },
      ],
      false,
      2,
    ],
    [
      'years apart, on the same file',
      [
        { text: 'Ann Lee <a@x.example>', days: [0, 10] },
        { text: 'Ann Lee <b@y.example>', days: [1000, 1010] },
      ],
      true,
      1,
    ],
    [
      'in the same months',
      [
        { text: 'Ann Lee <a@x.example>', days: [0, 10] },
        { text: 'Ann Lee <b@y.example>', days: [300, 310] },
      ],
      false,
      1,
    ],
    ['by first name only', told('Ann <a@x.example>', 'Ann <b@y.example>'), true, 2],
    ['with two account numbers', told('Ann Lee <1+al@users.noreply.github.com>', 'Ann Lee <2+lee@users.noreply.github.com>'), true, 2],
    ['under root', told('root <root@localhost>', 'root <root@localhost>', 'Ann Lee <root@localhost>'), true, 2],
  ])('[identity.6] namesakes %s', (_, people, share, expected) => {
    expect(groups(people, {}, () => share)).toHaveLength(expected);
  });

  it.each<[string, readonly Told[], readonly (readonly string[])[]]>([
    [
      'a team mailbox with three unlike names joins equal names only',
      told('Ann Lee <team@firm.example>', 'Bo Ray <team@firm.example>', 'Cy Fox <team@firm.example>', 'Ann Lee <TEAM@firm.example>'),
      [['Ann Lee <TEAM@firm.example>', 'Ann Lee <team@firm.example>'], ['Bo Ray <team@firm.example>'], ['Cy Fox <team@firm.example>']],
    ],
    [
      'a new name at the old address is the same person',
      told('Ann Lee <ann@firm.example>', 'Ann Berg <ann@firm.example>', 'Bea Moss <ann@firm.example>'),
      [['Ann Berg <ann@firm.example>', 'Ann Lee <ann@firm.example>', 'Bea Moss <ann@firm.example>']],
    ],
    [
      'a trailer with somebody else’s address joins nobody',
      [
        { text: 'Ann Lee <ann@firm.example>', written: 50 },
        { text: 'Bo Ray <ann@firm.example>', written: 0 },
        { text: 'Bo Ray <bo@firm.example>', written: 40 },
      ],
      [['Ann Lee <ann@firm.example>'], ['Bo Ray <ann@firm.example>', 'Bo Ray <bo@firm.example>']],
    ],
  ])('[identity.7] %s', (_, people, expected) => {
    expect(groups(people)).toEqual(expected);
  });

  it('[identity.8] confirmed and refused merges win', () => {
    const people = told('Ann Lee <ann@firm.example>', 'lx <lx@home.example>', 'Ann Lee <ann@other.example>', 'Bo Ray <bo@firm.example>');
    expect(groups(people, { same: [['ann@firm.example', 'lx']], different: [['ann@firm.example', 'ann@other.example']] })).toEqual([
      ['Ann Lee <ann@firm.example>', 'lx <lx@home.example>'],
      ['Ann Lee <ann@other.example>'],
      ['Bo Ray <bo@firm.example>'],
    ]);
  });

  const spelling = fc.record({
    name: fc.constantFrom('Ann Lee', 'Bo Ray', 'Cy Fox', 'ann', 'root', 'Lee, Ann', ''),
    email: fc.constantFrom(
      'ann@x.example',
      'ann@y.example',
      'bo@x.example',
      '1+ann@users.noreply.github.com',
      '2+bo@users.noreply.github.com',
      'root@localhost',
    ),
  });
  const table = fc.uniqueArray(spelling, { selector: ({ name, email }) => `${name} <${email}>`, maxLength: 14 });
  const texts = (spellings: readonly Identity[]) => spellings.map(({ name, email }) => ({ text: `${name} <${email}>` }));

  it('[identity.8] no table joins a refused pair, even through a third', () => {
    fc.assert(
      fc.property(table, (spellings) => {
        const people = texts(spellings);
        if (people.length < 2) return;
        const refused = [people[0]!.text, people.at(-1)!.text];
        for (const group of groups(people, { different: [refused] })) expect(refused.every((text) => group.includes(text))).toBe(false);
      }),
    );
  });

  it('[identity.9] any order of the table gives the same groups', () => {
    const shuffled = table.chain((spellings) =>
      fc.tuple(fc.constant(spellings), fc.shuffledSubarray(spellings, { minLength: spellings.length })),
    );
    fc.assert(
      fc.property(shuffled, ([spellings, other]) => {
        expect(groups(texts(other))).toEqual(groups(texts(spellings)));
      }),
    );
  });
});
