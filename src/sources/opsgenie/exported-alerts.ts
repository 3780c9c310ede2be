import type { Fact } from '#core/facts/fact.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import { LONGEST_ROW } from '#sources/exported/noted-row.ts';
import { momentFrom } from '#sources/payloads/moment-from.ts';
import type { Sheet, SheetRow } from '#sources/sheets/sheet.ts';

/** Columns of its list of alerts, exported; `CreatedAt` in milliseconds since 1970. Who took and who ended an alert, and when, stands in its JSON only. */
export const OPSGENIE_ALERTS: Sheet = {
  kind: 'opsgenie',
  name: 'its list of alerts, exported (.csv): when each began, and no more',
  gives: ['incidents'],
  reads: 'When an alert was created.',
  longest: LONGEST_ROW,
  columns: [
    { name: 'alert_id', also: ['alertid'], needed: true, says: 'The alert.', example: '052652ac-5d1c-464a-812a-7dd18bbfba8c' },
    { name: 'tinyid', also: ['tiny_id'], needed: true, says: 'Its short number.', example: '23' },
    { name: 'createdat', also: ['created_at'], needed: true, says: 'When it was created.', example: '1772434800000' },
    { name: 'alias', says: 'What makes it the same alert again.', example: 'queue' },
    { name: 'message', says: 'Its title.', example: 'Queue is full' },
    { name: 'priority', says: 'P1 to P5.', example: 'P1' },
    { name: 'entity', says: 'The service.', example: 'checkout' },
  ],
  tell: alertFacts,
};

function alertFacts(row: SheetRow): readonly Fact[] {
  const id = row.needed('alert_id');
  if (!/^[\w-]{1,100}$/.test(id)) throw new RowProblem(`${id} is no number of an alert`);
  const [item, entity] = [`opsgenie:alert/${id}`, row.text('entity')];
  const detail = { title: row.text('message'), severity: row.text('priority'), key: row.text('alias') };
  const place = entity === undefined ? undefined : (`service:${entity}` as const);
  return [saidFact('incident-opened', { reference: `incident-opened:${item}`, item, place, at: createdAt(row) }, detail)];
}

function createdAt(row: SheetRow): number {
  const written = row.needed('createdat');
  if (!/^\d{11,14}$/.test(written)) return row.neededMoment('createdat');
  const at = momentFrom(Number(written) / 1000);
  if (at === undefined) throw new RowProblem(`${written} is no moment`);
  return at;
}
