import { describe, expect, it } from 'vitest';
import { modeInForce, whyNotSolo } from './mode-in-force.ts';

describe('the mode in force', () => {
  it.each([
    ['solo', true, 1, 'solo'],
    ['solo', true, 0, 'solo'],
    ['solo', true, 2, 'team'],
    ['solo', false, 1, 'team'],
    ['team', true, 1, 'team'],
    ['council', false, 9, 'council'],
    [undefined, true, 1, 'team'],
  ] as const)('[disclosure.4] %s chosen, loopback %s, %i accounts: %s', (chosen, loopback, accounts, mode) => {
    expect(modeInForce(chosen, { loopback, accounts })).toBe(mode);
  });

  it('[disclosure.4] says what stands in the way of names', () => {
    expect([
      whyNotSolo({ loopback: true, accounts: 1 }),
      whyNotSolo({ loopback: false, accounts: 1 }),
      whyNotSolo({ loopback: true, accounts: 3 }),
    ]).toEqual([null, 'this server can be reached from other machines', 'there are 3 accounts']);
  });
});
