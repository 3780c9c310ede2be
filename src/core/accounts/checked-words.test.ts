import { expect, it } from 'vitest';
import { checkedEmail, checkedName, checkedSpelling } from './checked-words.ts';

it.each([
  [' Ana@Shop.Example ', 'ana@shop.example'],
  ['ana+git@shop.example', 'ana+git@shop.example'],
  ['jose\u0301@shop.example', 'josé@shop.example'],
])('[accounts.6] %j is the address %j', (text, email) => {
  expect(checkedEmail(text)).toBe(email);
});

it.each([
  '',
  'ana',
  'ana@',
  '@shop.example',
  'a b@shop.example',
  'Ana <ana@shop.example>',
  'a@b@c',
  `${'a'.repeat(250)}@b.example`,
  'a\u202e@b.example',
])('[accounts.6] %j is no address', (text) => {
  expect(() => checkedEmail(text)).toThrow(expect.objectContaining({ code: 'bad-email' }));
});

it('[accounts.6] a name holds nothing that cannot be seen', () => {
  expect(checkedName(' Ana Marques ')).toBe('Ana Marques');
  for (const text of ['', '  ', 'a\u0000', 'a\nb', 'a\u202eb', 'a\u200bb', 'x'.repeat(201)])
    expect(() => checkedName(text)).toThrow(expect.objectContaining({ code: 'bad-name' }));
});

it('[accounts.11] a spelling is an address, or a name with one', () => {
  expect(checkedSpelling('Ana Marques <ANA@shop.example>')).toBe('Ana Marques <ana@shop.example>');
  expect(checkedSpelling('<ana@shop.example>')).toBe('ana@shop.example');
  expect(checkedSpelling('ana@shop.example')).toBe('ana@shop.example');
  for (const text of ['Ana Marques', 'Ana <>', 'Ana <a@b> <c@d>', ''])
    expect(() => checkedSpelling(text)).toThrow(expect.objectContaining({ code: 'bad-email' }));
});
