import { describe, expect, it } from 'vitest';
import { LEAST_LENGTH, MOST_LENGTH, passwordProblem } from './password-problem.ts';

const WHOSE = { email: 'ana.example@shop.example', name: 'Ana Marques' };

describe('a password', () => {
  it.each([
    'correct horse battery',
    'drei grüne Schafe',
    'vT9#kq2Lx!wz',
    'ein-fahrrad-im-keller',
    '一期一会の出会いを大切にする心',
    'zebra.quilt.mango.77',
  ])('[accounts.1] is taken: %s', (password) => {
    expect(passwordProblem(password, WHOSE)).toBeNull();
  });

  it.each([
    ['is short', 'vT9#kq2Lx!w'],
    ['is a common word with figures', 'Password123456!'],
    ['is a common word in other signs', 'P@$$w0rd2026!!'],
    ['is a row of keys', 'qwertzuiop123456'],
    ['is a row backwards', '0987654321poiuytrewq'],
    ['is one sign', 'aaaaaaaaaaaaaaaa'],
    ['is two signs', 'xkxkxkxkxkxkxkxk'],
    ['is their own name', 'AnaMarques2026!'],
    ['is their own address', 'ana.example@shop.example'],
    ['is a season and a year', 'Sommer2026Sommer'],
    ['is two common words', 'welcomeadmin1234'],
    ['is the product', 'understudyunderstudy'],
    ['is endless', 'vT9#kq2Lx!w'.repeat(30)],
  ])('[accounts.1] is refused where it %s', (_, password) => {
    expect(passwordProblem(password, WHOSE)).toMatch(/^it (has|is) /);
  });

  it('[accounts.1] is measured in characters, not in their halves', () => {
    expect(passwordProblem('\u{1F600}'.repeat(LEAST_LENGTH - 1), WHOSE)).toContain(`${LEAST_LENGTH - 1} characters`);
    expect(passwordProblem('\u{1F600}\u{1F601}\u{1F602}\u{1F603}'.repeat(MOST_LENGTH / 4), WHOSE)).not.toContain('more than');
  });
});
