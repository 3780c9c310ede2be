import { expect, test } from 'vitest';
import { evidenceAddress } from './evidence-address.ts';

test.each([
  ['github.com/acme/shop#12', 'https://github.com/acme/shop/issues/12'],
  ['decision:github.com/acme/shop/docs/adr/0007-x.md', 'https://github.com/acme/shop/blob/HEAD/docs/adr/0007-x.md'],
  ['pagerduty:incident/PINC1', null],
  ['slack:C123/1531420618.000100', null],
  ['javascript:alert(1)//x.yz/a/b#1', null],
  ['evil.example/a/b#1"onclick', null],
])('%s is read at %s', (item, address) => {
  expect(evidenceAddress(item)).toBe(address);
});
