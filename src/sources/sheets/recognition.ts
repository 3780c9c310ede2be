import type { Fact } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export const RECOGNITION: Sheet = {
  kind: 'recognition',
  name: 'Recognition (CSV)',
  gives: ['recognition'],
  reads: 'When somebody or a team was thanked, and whether for a rescue or for preventing one; not the words.',
  columns: [
    { name: 'date', needed: true, says: 'When they were thanked.', example: '2026-02-06' },
    { name: 'thanked', needed: true, says: 'A person, or `team:` and the name of a team.', example: 'team:payments' },
    { name: 'by', says: 'Who thanked them.', example: 'cy@example.org' },
    {
      name: 'kind',
      needed: true,
      says: '`save` (a rescue), `prevention`, `sharing` (of knowledge), `delivery` or `other`.',
      example: 'prevention',
    },
    { name: 'id', says: 'Yours, where the same may happen twice on a day: without it two equal rows count once.', example: '' },
  ],
  tell: recognitionFacts,
};

const KINDS = new Set(['save', 'prevention', 'sharing', 'delivery', 'other'] as const);

function recognitionFacts(row: SheetRow): readonly Fact[] {
  const [at, thanked, kind] = [row.neededMoment('date'), row.needed('thanked'), row.needed('kind').toLowerCase()];
  const team = /^team:\s*(.+)$/i.exec(thanked)?.[1];
  const other = team === undefined ? row.neededPerson('thanked') : undefined;
  const what = [...KINDS].find((one) => one === kind) ?? 'other';
  const reference = `recognised:${row.text('id') ?? `${at}/${other ?? `team:${team}`}/${what}`}`;
  return [saidFact('recognised', { reference, at, actor: row.person('by'), other }, { what, team })];
}
