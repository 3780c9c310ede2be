import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { GITLAB_ISSUES } from '#sources/gitlab/exported-issues.ts';
import { OPSGENIE_ALERTS } from '#sources/opsgenie/exported-alerts.ts';
import { PAGERDUTY_INCIDENTS } from '#sources/pagerduty/exported-incidents.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { JIRA_ISSUES } from './jira-issues.ts';
import { jiraMoment } from './jira-moment.ts';

async function read(text: string, name = 'export.csv') {
  const file = givenFile(name, text);
  const [connector, ...others] = CONNECTORS.filter((one) => one.file?.recognises(file));
  expect(others).toEqual([]);
  return { kind: connector!.kind, ...(await toldOf(connector!.file!, file)) };
}

const at = (text: string) => Date.parse(text) / 1000;

describe('issues that Jira exports', () => {
  const HEAD =
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Assignee,Assignee Id,Created,Resolved,Component/s,Component/s,Custom field (Organizations),Comment,Comment';
  const row = (key: string, created: string, resolved = '', who = 'Ada Example') =>
    `"=HYPERLINK(""http://x"")",${key},1,Bug,Done,OPS,Operations,High,${who},712020:0a,${created},${resolved},Checkout,Cart,Acme,"a, ""b""\r\nc",`;

  it('are tickets: opened, closed by whoever had them, or given to whoever has them', async () => {
    const told = await read(
      `${HEAD}\r\n${row('OPS-1', '01/Mar/26 9:15 AM', '02/Mar/26 4:40 PM')}\r\n${row('ops-2', '2026-03-01 12:00')}\r\n`,
    );
    const [item, other] = ['ticket:OPS-1', 'ticket:OPS-2'];
    const [customer, place, ada] = ['customer:acme', 'service:checkout', 'name:Ada Example'];
    expect(told.kind).toBe('tickets');
    expect(told.skipped).toEqual([]);
    expect(told.facts).toEqual([
      {
        kind: 'ticket-opened',
        reference: `ticket-opened:${item}`,
        item,
        place: customer,
        at: at('2026-03-01T09:15Z'),
        detail: { priority: 'High' },
      },
      { kind: 'ticket-closed', reference: `ticket-closed:${item}`, item, place, at: at('2026-03-02T16:40Z'), actor: ada },
      {
        kind: 'ticket-opened',
        reference: `ticket-opened:${other}`,
        item: other,
        place: customer,
        at: at('2026-03-01T12:00Z'),
        detail: { priority: 'High' },
      },
      { kind: 'ticket-assigned', reference: `ticket-assigned:${other}`, item: other, place, at: at('2026-03-01T12:00Z'), other: ada },
    ]);
    expect(told.namings).toEqual([{ of: ada, name: 'Ada Example' }]);
  });

  it('skip a row whose date can be two, and are refused where all can, with what helps', async () => {
    const two = row('OPS-3', '3/1/2026 16:14');
    const told = await read(`${HEAD}\n${row('OPS-1', '01/Mar/26 9:15 AM')}\n${two}\n${row('nothing', '01/Mar/26')}\n`);
    expect(told.skipped).toEqual([
      { what: 'line 4', why: expect.stringMatching(/^3\/1\/2026 16:14 can be two dates: export it again .*Look and feel$/) },
      { what: 'line 6', why: 'nothing is no key of an issue' },
    ]);
    await expect(read(`${HEAD}\n${two}\n${two}\n`)).rejects.toMatchObject({
      code: 'sheet-unreadable',
      message: expect.stringContaining('two dates'),
    });
  });

  it('may hold long descriptions; a row that never ends costs itself', async () => {
    const long = row('OPS-4', '01/Mar/26 9:15 AM').replace('c"', `${'x'.repeat(300_000)}"`);
    const told = await read(`${HEAD}\n${long}\n"${'y'.repeat(2 ** 21)}\n${row('OPS-5', '01/Mar/26 9:15 AM')}\n`);
    expect(told.facts.filter(({ kind }) => kind === 'ticket-opened').map(({ item }) => item)).toEqual(['ticket:OPS-4', 'ticket:OPS-5']);
    expect(told.skipped).toEqual([{ what: 'line 4', why: 'a quote is not closed, or the row is longer than 1024 KiB' }]);
  });

  // The heads of exports in public repositories.
  it.each([
    [
      'Clave de incidencia,ID de la incidencia,Persona asignada,Nombre del proyecto,Creada,Resuelta',
      '21/abr/26 11:37 PM',
      '2026-04-21T23:37Z',
    ],
    ['Clé de ticket,ID de ticket,Personne assignée,Nom du projet,Création,Résolu', '19/févr./26 7:31 PM', '2026-02-19T19:31Z'],
    ['Klucz zgłoszenia,Id. zgłoszenia,Osoba przypisana,Nazwa projektu,Utworzono,Rozwiązane', '12/lut/21 10:19 PM', '2021-02-12T22:19Z'],
    ['Vorgangsschlüssel,Vorgangs-ID,Zugewiesene Person,Projektname,Erstellt,Erledigt', '02/Mär/26 9:05 AM', '2026-03-02T09:05Z'],
  ])('are known in other languages: %s', async (head, created, said) => {
    const { facts } = await read(`\uFEFF${head}\nOPS-1,1,Ada Example,Operations,${created},\n`);
    expect(facts).toMatchObject([
      { kind: 'ticket-opened', at: at(said), place: 'service:operations' },
      { kind: 'ticket-assigned', other: 'name:Ada Example' },
    ]);
  });

  it('give way to a table that somebody filled in', async () => {
    const told = await read('ticket,opened,issue_key,created\n7,2026-03-01,OPS-1,01/Mar/26\n');
    expect(told.facts.map(({ item }) => item)).toEqual(['ticket:7']);
  });
});

test.each([
  ['21/Jun/25 4:14 PM', '2025-06-21T16:14Z'],
  ['1/Jan/26 12:00 AM', '2026-01-01T00:00Z'],
  ['1/Jan/26 12:30 PM', '2026-01-01T12:30Z'],
  ['11/May/24', '2024-05-11T00:00Z'],
  ['21. Juni 2025 16:14', '2025-06-21T16:14Z'],
  ['02/Mär/26 09:05', '2026-03-02T09:05Z'],
  ['02/juil./26 09:05', '2026-07-02T09:05Z'],
  ['14-août-2025', '2025-08-14T00:00Z'],
  ['01/paź/25 12:01 AM', '2025-10-01T00:01Z'],
  ['2026-03-01T09:15:00.000+0100', '2026-03-01T08:15Z'],
  ['6/21/2025 16:14', '2025-06-21T16:14Z'],
])('a moment of Jira: %s', (text, said) => expect(jiraMoment(text)).toBe(at(said)));

test.each([
  ['6/7/2025 16:14', 'can be two dates: export it again'],
  ['06.07.25', 'can be two dates'],
  ['31/Feb/25', 'is not in the calendar'],
  ['1/Foo/25', 'is not in the calendar'],
  ['1/Jan/26 13:00 PM', 'is not in the calendar'],
  ['1/Jan/26 0:10 AM', 'is not in the calendar'],
  ['yesterday', 'is no date'],
])('no moment of Jira: %s', (text, why) => expect(() => jiraMoment(text)).toThrow(why));

describe('issues that GitLab exports', () => {
  // The order of 2019, as its issue 34769 quotes it; today title and description come first.
  const HEAD =
    'Issue ID,URL,Title,State,Description,Author,Author Username,Assignee,Assignee Username,Confidential,Locked,Due Date,Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels,Time Estimate,Time Spent';
  const ROW = (url: string) =>
    `7,${url},Full,Closed,"long, and\nlonger",Ada Example,Ada,,,No,No,,2026-03-01 09:15:00,2026-03-02 10:00:00,2026-03-02 10:00:00,,,"bug,slow",0,0`;

  it('are known by the references that its API gives them', async () => {
    const url = 'https://gitlab.example.org/acme/shop/-/issues/7';
    const csv = await read(`${HEAD}\n${ROW(url)}\n`);
    const listed = {
      iid: 7,
      web_url: url,
      title: 'Full',
      labels: ['bug', 'slow'],
      author: { username: 'Ada', name: 'Ada Example' },
      created_at: '2026-03-01T09:15:00Z',
      closed_at: '2026-03-02T10:00:00Z',
    };
    const json = await read(JSON.stringify([listed]), 'issues.json');
    expect(csv).toEqual({ ...json, kind: 'gitlab' });
    expect(csv.facts).toHaveLength(2);
  });

  it('of which one says no page are skipped', async () => {
    expect((await read(`${HEAD}\n${ROW('javascript:x')}\n${ROW('https://gitlab.com/a/b/-/issues/1')}\n`)).skipped).toEqual([
      { what: 'line 2', why: 'its address says neither project nor number' },
    ]);
  });
});

describe('incidents that PagerDuty’s reports export', () => {
  const HEAD =
    'id,incident_number,description,service_id,service_name,escalation_policy_id,escalation_policy_name,created_on,resolved_on,seconds_to_first_ack,seconds_to_resolve,auto_resolved,escalation_count,auto_escalation_count,acknowledge_count,assignment_count,acknowledged_by_user_ids,acknowledged_by_user_names,assigned_to_user_ids,assigned_to_user_names,resolved_by_user_id,resolved_by_user_name,urgency';
  const row = (over: { acknowledged?: string; names?: string; resolvedBy?: string; auto?: string }) =>
    `PT4KHLK,1,Full,PIJ90N7,checkout,P1,Default,2026-03-01T03:15:00+01:00,2026-03-01T04:15:00+01:00,60,3600,${over.auto ?? 'false'},0,0,1,1,${over.acknowledged ?? 'PXPGF42'},${over.names ?? 'Ada Example'},PXPGF42,Ada Example,${over.resolvedBy ?? 'PXPGF42,Ada Example'},high`;

  it('tell when they began, and who acknowledged and ended them', async () => {
    const told = await read(`${HEAD}\n${row({})}\n`);
    expect(told.kind).toBe('pagerduty');
    expect(told.facts.map(({ kind, at: when, actor, place }) => [kind, when, actor, place])).toEqual([
      ['incident-opened', at('2026-03-01T02:15Z'), undefined, 'service:pagerduty/PIJ90N7'],
      ['acknowledged', at('2026-03-01T02:16Z'), 'pagerduty:PXPGF42', 'service:pagerduty/PIJ90N7'],
      ['resolved', at('2026-03-01T03:15Z'), 'pagerduty:PXPGF42', 'service:pagerduty/PIJ90N7'],
    ]);
    expect(told.namings).toContainEqual({ of: 'service:pagerduty/PIJ90N7', name: 'checkout' });
    expect(told.namings).toContainEqual({ of: 'pagerduty:PXPGF42', name: 'Ada Example' });
  });

  it('say what they do not say', async () => {
    const told = await read(`${HEAD}\n${row({ acknowledged: '"PA,PB"', names: '"Example, Ada,Bo"', resolvedBy: ',' })}\n`);
    expect(told.facts.map(({ kind }) => kind)).toEqual(['incident-opened']);
    expect(told.skipped.map(({ what }) => what)).toEqual(['line 2, acknowledgements', 'line 2, resolved']);
    expect((await read(`${HEAD}\n${row({ acknowledged: '', names: '', resolvedBy: ',', auto: 'true' })}\n`)).facts.at(-1)).toMatchObject({
      kind: 'resolved',
    });
  });
});

it('alerts that Opsgenie lists tell when they began, in milliseconds or written', async () => {
  const head =
    'Alert ID,Alias,TinyID,Message,Status,IsSeen,Acknowledged,Snoozed,CreatedAt,CreatedAtDate,UpdatedAt,UpdatedAtDate,Count,Owner,Teams';
  const row = (created: string) => `052652ac-5d1c,queue,23,Full,closed,true,true,false,${created},,1772435000000,,1,ada@example.org,pay`;
  const told = await read(`${head}\n${row('1772434800000')}\n${row('1/3/2026')}\n`);
  expect(told.kind).toBe('opsgenie');
  expect(told.facts).toEqual([
    {
      kind: 'incident-opened',
      reference: 'incident-opened:opsgenie:alert/052652ac-5d1c',
      item: 'opsgenie:alert/052652ac-5d1c',
      at: 1_772_434_800,
      detail: { title: 'Full', key: 'queue' },
    },
  ]);
  expect(told.skipped).toEqual([{ what: 'line 3', why: expect.stringContaining('can be two dates') }]);
});

it('every export is in the guide, with each column that is read', () => {
  const guide = readFileSync('docs/guide/sheets.md', 'utf8');
  const rows = [JIRA_ISSUES, GITLAB_ISSUES, PAGERDUTY_INCIDENTS, OPSGENIE_ALERTS].flatMap(({ columns }) =>
    columns.map(({ name, also = [], needed, says }) => {
      const names = [name, ...also].map((one) => `\`${one}\``).join(' or ');
      return `| ${names} | ${needed === true ? 'yes' : ''} | ${says} |`;
    }),
  );
  expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
});
