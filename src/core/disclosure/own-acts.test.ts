import { describe, expect, it } from 'vitest';
import { historyOf } from '#test/history-of.ts';
import { ownActs } from './own-acts.ts';

const ANA = 'Ana Alder <ana@shop.example>';
const BO = 'Bo Birch <bo@shop.example>';
const spelled = historyOf([
  { day: 0, by: ANA, touches: ['A one.ts', 'A two.ts'] },
  { day: 1, by: BO, touches: ['M one.ts'], trailers: [['reviewed', ANA]] },
  { day: 2, by: 'ana <ana@home.example>', touches: ['M two.ts'] },
  { day: 40, by: ANA, touches: ['M two.ts'] },
]);

describe('what a history holds of one person', () => {
  it('[disclosure.5] is their spellings and counts by month, and nothing of anybody else', () => {
    const own = ownActs(spelled, spelled.identities, new Set(['ana@shop.example']));
    expect(own).toEqual({
      spellings: [ANA],
      months: [
        { month: '2024-01', commits: 1, files: 2, named: 1 },
        { month: '2024-02', commits: 1, files: 1, named: 0 },
      ],
    });
    expect(ownActs(spelled, spelled.identities, new Set(['cem@shop.example']))).toEqual({ spellings: [], months: [] });
  });

  it('[disclosure.5] takes in what `.mailmap` says is theirs', () => {
    const mapped = spelled.identities.map((one) =>
      one.email === 'ana@home.example' ? { name: 'Ana Alder', email: 'Ana@Shop.example' } : one,
    );
    const own = ownActs(spelled, mapped, new Set(['ana@shop.example']));
    expect([own.spellings.includes('ana <ana@home.example>'), own.months[0]!.commits]).toEqual([true, 2]);
    expect(own.spellings.join()).not.toContain('Bo');
  });
});
