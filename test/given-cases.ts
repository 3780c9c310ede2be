import { DELIVERED_CASES } from './delivered-cases.ts';
import { calendar } from './calendar-text.ts';
import { zipOf } from './zip-of.ts';

/** A source that is given as a file: two records of it or more, and how a file of some of them looks. */
export interface GivenCase {
  readonly kind: string;
  readonly name: string;
  readonly records: readonly string[];
  readonly file: (records: readonly string[]) => string | Uint8Array;
  /** A record that is none. */
  readonly broken: string;
  /** Why a file that is cut cannot always be told from a whole one. */
  readonly cut?: string;
  /** A record that is longer than any is read. */
  readonly huge: string;
  /** Where one that is too long spoils the whole file, its refusal. */
  readonly hugeIs?: string;
}

const NO_END = 'nothing marks the end of its last value: what is cut within it looks whole';
const MIB = 2 ** 20;
const HUGE = `{"x":"${'x'.repeat(9 * MIB)}"}`;
const lines = (records: readonly string[]): string => `[${records.join(',\n')}]`;
const delivered = (kind: string): readonly string[] =>
  DELIVERED_CASES.find((one) => one.kind === kind)!.deliveries.map(({ body }) => JSON.stringify(body));
const json = (kind: string, records = delivered(kind)): GivenCase => ({
  kind,
  name: `${kind}.json`,
  records,
  file: lines,
  broken: '{"nothing": }',
  huge: HUGE,
});

const opsgenie = (action: string, at: number): string =>
  JSON.stringify({
    source: { name: '', type: 'web' },
    alert: { alertId: '052652ac-5d1c', message: 'Queue is full', username: 'ada@example.org', createdAt: 1_772_434_800_000, updatedAt: at },
    action,
    integrationName: 'x',
  });

const event = (day: number, title: string): string =>
  ['BEGIN:VEVENT', `UID:${day}@example.org`, `DTSTART;VALUE=DATE:2026030${day}`, `SUMMARY:${title}`, 'END:VEVENT'].join('\r\n');
const calendarOf = (events: readonly string[]): string =>
  calendar([], ['X-WR-CALNAME:ada@example.org']).replace('END:VCALENDAR', `${events.join('\r\n')}\r\nEND:VCALENDAR`);

const said = (day: number): string =>
  JSON.stringify({ type: 'message', user: `U${day}`, ts: `177243480${day}.000100`, text: 'Which port is it?' });
const chat = (records: readonly string[]): Uint8Array =>
  zipOf([
    { name: 'channels.json', content: '[{"id":"C1","name":"help"}]' },
    { name: 'users.json', content: '[]' },
    ...records.map((record, day) => ({ name: `help/2026-03-0${day + 1}.json`, content: `[${record}]` })),
  ]);

const entity = (name: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: payments\n  system: shop\n`;

const table = (kind: string, head: string, records: readonly string[], name = `${kind}.csv`): GivenCase => ({
  kind,
  name,
  records,
  file: (rows) => `${[head, ...rows].join('\n')}\n`,
  broken: 'nothing,nothing,nothing,nothing',
  cut: NO_END,
  huge: `"${'x'.repeat(9 * MIB)}",,,,,`,
});

/** Every source that is given as a file. */
export const GIVEN_CASES: readonly GivenCase[] = [
  ...['github', 'gitlab', 'gitea', 'pagerduty', 'alertmanager', 'incident-io', 'grafana-oncall'].map((kind) => json(kind)),
  json('opsgenie', [opsgenie('Create', 1_772_434_800_000), opsgenie('Acknowledge', 1_772_435_000_000)]),
  {
    kind: 'slack',
    name: 'Acme Slack export.zip',
    records: [said(1), said(2)],
    file: chat,
    broken: '"nothing": }',
    huge: `"${'x'.repeat(65 * MIB)}"`,
    hugeIs: 'archive-unreadable',
  },
  {
    kind: 'calendar',
    name: 'calendar.ics',
    records: [event(1, 'Vacation'), event(2, 'Vacation')],
    file: calendarOf,
    broken: 'BEGIN:VEVENT\r\nDTSTART:nothing\r\nEND:VEVENT',
    huge: `BEGIN:VEVENT\r\nDESCRIPTION:${'x'.repeat(9 * MIB)}\r\nEND:VEVENT`,
  },
  {
    kind: 'backstage',
    name: 'catalog-info.yaml',
    records: [entity('checkout'), entity('ledger')],
    file: (records) => records.join('---\n'),
    broken: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: nothing\n',
    huge: `# ${'x'.repeat(17 * MIB)}\n`,
    hugeIs: 'file-too-much',
    cut: NO_END,
  },
  table('tickets', 'ticket,opened,closed,first_assignee', [
    '1,2026-03-01,2026-03-02,ada@example.org',
    '2,2026-03-02,2026-03-03,bo@example.org',
  ]),
  // As the services themselves export them; sheets.md says which columns are read.
  table(
    'tickets',
    'Summary,Issue key,Issue id,Created,Resolved,Assignee,Labels,Labels',
    ['=1+1,OPS-1,1,01/Mar/26 9:15 AM,02/Mar/26 4:40 PM,Ada Example,a,b', '"a\nb, ""c""",OPS-2,2,02/Mar/26 12:00 AM,,Bo Example,,'],
    'Jira.csv',
  ),
  table(
    'gitlab',
    'Title,Description,Issue ID,URL,State,Author,Author Username,Created At (UTC),Closed At (UTC),Labels',
    [
      'Full,"a\nb",7,https://gitlab.example.org/acme/shop/-/issues/7,Closed,Ada Example,ada,2026-03-01 09:15:00,2026-03-02 10:00:00,"bug,slow"',
      'Slow,,8,https://gitlab.example.org/acme/shop/-/issues/8,Open,Bo Example,bo,2026-03-02 09:15:00,,',
    ],
    'shop_issues.csv',
  ),
  table(
    'pagerduty',
    'id,incident_number,description,service_id,service_name,created_on,resolved_on,seconds_to_first_ack,auto_resolved,acknowledged_by_user_ids,acknowledged_by_user_names,resolved_by_user_id,resolved_by_user_name,urgency',
    [
      'PT4KHLK,1,Full,PIJ90N7,checkout,2026-03-01T03:15:00+01:00,2026-03-01T04:15:00+01:00,60,false,PXPGF42,Ada Example,PXPGF42,Ada Example,high',
      'PT4KHLL,2,Slow,PIJ90N7,checkout,2026-03-02T03:15:00+01:00,2026-03-02T04:15:00+01:00,,true,,,,,low',
    ],
    'incidents.csv',
  ),
  table(
    'opsgenie',
    'Alert ID,Alias,TinyID,Message,Status,IsSeen,Acknowledged,Snoozed,CreatedAt,CreatedAtDate,UpdatedAt,UpdatedAtDate,Count,Owner,Teams',
    [
      '052652ac-5d1c,queue,23,Full,closed,true,true,false,1772434800000,,1772435000000,,1,ada@example.org,payments',
      '052652ac-5d1d,queue,24,Full,open,false,false,false,1772438400000,,1772438400000,,1,,payments',
    ],
    'alerts.csv',
  ),
  table('recognition', 'date,thanked,kind', ['2026-03-01,ada@example.org,save', '2026-03-02,team:payments,prevention']),
  table('people', 'person,event,date,team', ['ada@example.org,leads,2026-03-01,payments', 'bo@example.org,joined,2026-03-02,']),
  table('access', 'person,right,place,from', ['ada@example.org,deploy,checkout,2026-03-01', 'bo@example.org,merge,checkout,2026-03-02']),
  table('absences', 'person,first_day,last_day', ['ada@example.org,2026-03-01,2026-03-02', 'bo@example.org,2026-03-02,2026-03-03']),
  table('rota', 'person,schedule,from,until', [
    'ada@example.org,payments,2026-03-01,2026-03-02',
    'bo@example.org,payments,2026-03-02,2026-03-03',
  ]),
];
