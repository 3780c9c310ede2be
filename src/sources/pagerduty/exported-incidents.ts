import type { Fact } from '#core/facts/fact.ts';
import { LONGEST_ROW, notedRow } from '#sources/exported/noted-row.ts';
import type { Sheet, SheetRow } from '#sources/sheets/sheet.ts';
import { readRawIncident } from './records/read-raw-incident.ts';

/** Columns of the report on incidents (Analytics, Incidents, download as CSV; `/api/v1/reports/raw/incidents.csv`), which are those of `/analytics/raw/incidents`. */
export const PAGERDUTY_INCIDENTS: Sheet = {
  kind: 'pagerduty',
  name: 'incidents as its reports export them (.csv)',
  gives: ['incidents'],
  reads: 'When an incident began, who acknowledged it and who ended it.',
  longest: LONGEST_ROW,
  columns: [
    { name: 'id', also: ['incident_id'], needed: true, says: 'The incident.', example: 'PT4KHLK' },
    { name: 'incident_number', needed: true, says: 'Its number.', example: '1234' },
    { name: 'created_on', also: ['created_at'], needed: true, says: 'When it began.', example: '2026-02-02T09:15:00+01:00' },
    { name: 'resolved_on', also: ['resolved_at'], says: 'When it ended.', example: '2026-02-02T10:15:00+01:00' },
    { name: 'description', also: ['title'], says: 'Its title.', example: 'Queue is full' },
    { name: 'service_id', says: 'The service.', example: 'PIJ90N7' },
    { name: 'service_name', says: 'What the service is called.', example: 'checkout' },
    { name: 'urgency', says: 'high or low.', example: 'high' },
    { name: 'priority_name', says: 'Its priority.', example: 'P1' },
    { name: 'seconds_to_first_ack', says: 'Until somebody acknowledged it.', example: '60' },
    { name: 'acknowledged_by_user_ids', also: ['acknowledged_user_ids'], says: 'Who acknowledged it.', example: 'PXPGF42' },
    { name: 'acknowledged_by_user_names', also: ['acknowledged_user_names'], says: 'Their names.', example: 'Ada Example' },
    { name: 'resolved_by_user_id', says: 'Who ended it.', example: 'PXPGF42' },
    { name: 'resolved_by_user_name', says: 'Their name.', example: 'Ada Example' },
    { name: 'auto_resolved', says: 'Whether it ended by itself.', example: 'false' },
  ],
  tell: incidentFacts,
};

function incidentFacts(row: SheetRow): readonly Fact[] {
  const [ids, names] = [listIn(row, 'acknowledged_by_user_ids'), listIn(row, 'acknowledged_by_user_names')];
  const seconds = row.text('seconds_to_first_ack');
  const raw = {
    id: row.needed('id'),
    created_at: row.neededMoment('created_on'),
    resolved_at: row.moment('resolved_on'),
    description: row.text('description'),
    urgency: row.text('urgency')?.toLowerCase(),
    service_id: row.text('service_id'),
    service_name: row.text('service_name'),
    priority_name: row.text('priority_name'),
    seconds_to_first_ack: seconds === undefined || !/^\d{1,9}(?:\.\d+)?$/.test(seconds) ? undefined : Number(seconds),
    acknowledged_user_ids: ids,
    // Names may hold what divides them.
    acknowledged_user_names: names.length === ids.length ? names : [],
    resolved_by_user_id: row.text('resolved_by_user_id'),
    resolved_by_user_name: row.text('resolved_by_user_name'),
    auto_resolved: row.yes('auto_resolved'),
  };
  return notedRow(row, 'pagerduty', (notes) => readRawIncident(raw, notes));
}

function listIn(row: SheetRow, column: string): readonly string[] {
  return (row.long(column) ?? '')
    .split(/[,;|]/)
    .map((one) => one.replaceAll(/["[\]]/g, '').trim())
    .filter((one) => one !== '');
}
