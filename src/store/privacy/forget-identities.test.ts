import { describe, expect, it } from 'vitest';
import { actorKind } from '#core/identity/actor-kind.ts';
import { forgetIdentities, type Forgotten } from './forget-identities.ts';

const ana = { name: 'Ana Alder', email: 'ana@shop.example' };
const home = { name: 'ana', email: 'ana@home.example' };
const bo = { name: 'Bo Birch', email: 'bo@shop.example' };
const cem = { name: 'Cem Cedar', email: 'cem@shop.example' };
const words = {
  spelled: [ana, bo, home, cem],
  mapped: [ana, bo, ana, cem],
  texts: [{ path: '.mailmap', text: 'Ana Alder <ana@shop.example> <ana@home.example>\nBo Birch <bo@shop.example>\n' }],
};
const LIST: Readonly<Record<string, Forgotten>> = {
  'ana@shop.example': { how: 'left', pseudonym: 'k3' },
  'cem@shop.example': { how: 'erased', pseudonym: '' },
};
const after = forgetIdentities(words, (address) => LIST[address.toLowerCase()]);

const kindOf = (row: number): string => actorKind(after.mapped[row]!);

describe('somebody who is forgotten', () => {
  it('leaves no word in a scan, under no spelling that .mailmap gives to them, and others keep theirs', () => {
    const text = JSON.stringify([after.spelled, after.mapped]);
    for (const word of ['Ana', 'Alder', 'ana@', 'Cem', 'cem@']) expect([word, text.includes(word)]).toEqual([word, false]);
    expect([after.spelled[1], after.mapped[1]]).toEqual([bo, bo]);
    expect(after.texts[0]!.text).toContain('Bo Birch <bo@shop.example>');
    expect(after.texts[0]!.text).not.toContain('ana@shop.example');
    expect(after.texts[0]!.text).not.toContain('Ana Alder');
  });

  it('stays one person under a pseudonym where they left, and counts as nobody where they were erased', () => {
    expect(after.spelled[0]!.name).toBe(after.spelled[2]!.name);
    expect(new Set(after.spelled.map(({ email }) => email)).size).toBe(4);
    expect(kindOf(3)).toBe('bot');
    expect(kindOf(0)).toBe('human');
  });

  it('is forgotten once: doing it again changes nothing', () => {
    expect(forgetIdentities(after, (address) => LIST[address.toLowerCase()])).toEqual(after);
  });
});
