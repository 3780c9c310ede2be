import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { SHEET_CONNECTORS, SHEET_TEMPLATES, SHEETS } from './sheets.ts';

function read(kind: string, text: string | Uint8Array) {
  return toldOf(connectorOf(kind)!.file!, givenFile(`${kind}.csv`, text));
}

function recognised(text: string | Uint8Array): readonly string[] {
  return SHEET_CONNECTORS.filter(({ file }) => file!.recognises(givenFile('export.csv', text))).map(({ kind }) => kind);
}

const at = (text: string) => Date.parse(text) / 1000;

describe('sheets that people fill in', () => {
  it.each(SHEET_TEMPLATES.map(({ name, text }) => [name, text] as const))(
    '%s is recognised as itself alone, and read whole; its example is told by nobody',
    async (name, text) => {
      const kind = name.replace('.csv', '');
      expect(recognised(text)).toEqual([kind]);
      const example = { what: 'line 2', why: 'it is the example of the template, which is nobody’s' };
      expect(await read(kind, text)).toEqual({ facts: [], namings: [], skipped: [example] });
      const [head, row] = text.split('\n') as [string, string];
      const filled = row.replaceAll(/\b(?:ada|cy)@/g, 'eva@');
      const told = await read(kind, `${head}\n${filled}\n`);
      expect([told.facts.length > 0, told.skipped]).toEqual([true, []]);
      expect(await read(kind, `${head}\n${row}\n${filled}\n`)).toEqual({ ...told, skipped: [example] });
      await expect(read(kind, `${head}\n${row}\nnothing\n`)).rejects.toMatchObject({ code: 'sheet-unreadable' });
    },
  );

  it('have every column explained in the guide', () => {
    const guide = readFileSync('docs/guide/sheets.md', 'utf8');
    const rows = SHEETS.flatMap(({ columns }) =>
      columns.map(({ name, needed, says }) => `| \`${name}\` | ${needed === true ? 'yes' : ''} | ${says} |`),
    );
    expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
  });

  it('tells a ticket from its beginning to its end, step by step', async () => {
    const told = await read('tickets', SHEET_TEMPLATES[0]!.text.replace('4711', '4712'));
    const item = 'ticket:4712';
    const [customer, about] = ['customer:acme', 'service:checkout'];
    const [opened, up, closed] = ['2026-02-02T09:15Z', '2026-02-02T11:00Z', '2026-02-03T16:40Z'].map(at);
    const [bo, cy, ada] = ['mail:bo@example.org', 'mail:cy@example.org', 'mail:ada@example.org'];
    const [first, second] = ['second line', 'engineering'].map((layer) => ({ layer, reason: 'knowledge' }));
    expect(told.facts).toEqual([
      {
        kind: 'ticket-opened',
        reference: 'ticket-opened:ticket:4712',
        at: opened,
        item,
        place: customer,
        detail: { priority: 'high', escalation: true },
      },
      { kind: 'ticket-assigned', reference: 'ticket-assigned:ticket:4712', at: opened, item, place: about, other: bo },
      {
        kind: 'ticket-escalated',
        reference: 'ticket-escalated:ticket:4712',
        at: up,
        item,
        place: customer,
        actor: bo,
        other: cy,
        detail: first,
      },
      {
        kind: 'ticket-escalated',
        reference: 'ticket-escalated:ticket:4712/2',
        at: up,
        item,
        place: customer,
        actor: cy,
        other: ada,
        detail: second,
      },
      {
        kind: 'ticket-closed',
        reference: 'ticket-closed:ticket:4712',
        at: closed,
        item,
        place: about,
        actor: ada,
        detail: { layer: 'engineering' },
      },
    ]);
  });

  it.each([
    ['ada@example.org', '', ['engineering']],
    ['bo@example.org > ada@example.org', '', [undefined, 'engineering']],
    ['Bo <bo@example.org> > Ada <ada@example.org>', 'first > second', ['first', 'second']],
    ['bo@example.org > ada@example.org', 'first', undefined],
    [Array.from({ length: 10 }, (_, n) => `p${n}@example.org`).join(' > '), '', undefined],
  ])('escalations to %j through %j went to the layers %j', async (to, through, layers) => {
    const told = await read(
      'tickets',
      `ticket,opened,escalated_to,escalated_through,layer\n1,2026-02-02,${to},${through},engineering\n2,2026-02-02,,,\n`,
    );
    const found = told.facts.flatMap((one) => (one.kind === 'ticket-escalated' ? [one.detail?.layer] : []));
    expect(told.skipped.length > 0 ? undefined : found).toEqual(layers);
  });

  it('says who people are elsewhere', async () => {
    const told = await read('people', 'person,event,date,also\nAda Example,joined,2026-01-15,github:Octo-Ada slack:U1 ada@example.org\n');
    expect(told.namings).toContainEqual({ of: 'name:Ada Example', sameAs: ['github:octo-ada', 'slack:U1', 'mail:ada@example.org'] });
  });

  it('takes the last day of an absence as a day away, and no reason', async () => {
    const told = await read('absences', 'person;first_day;last_day;what;reason\nada@example.org;2026-08-03;2026-08-14;sick: flu;flu\n');
    expect(told.facts).toEqual([
      {
        kind: 'away',
        reference: `away:mail:ada@example.org@${at('2026-08-03')}-${at('2026-08-15')}`,
        at: at('2026-08-03'),
        until: at('2026-08-15'),
        actor: 'mail:ada@example.org',
        detail: { what: 'away' },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain('flu');
  });

  it.each([
    ['semicolons and a mark at its beginning', '\uFEFFPerson;First Day;Last-day\r\nada@example.org;2026-08-03;2026-08-14\r\n'],
    ['tabs', 'person\tfirst_day\tlast_day\nada@example.org\t2026-08-03\t2026-08-14\n'],
    ['Excel’s own line', 'sep=;\nperson;first_day;last_day\nada@example.org;2026-08-03;2026-08-14\n'],
    ['another order and more columns', 'note,last_day,person,first_day\n"a, b",2026-08-14,ADA@example.org,2026-08-03\n'],
    ['old line ends', 'person,first_day,last_day\rada@example.org,2026-08-03,2026-08-14\r'],
    ['empty rows', 'person,first_day,last_day\n,,\n\nada@example.org,2026-08-03,2026-08-14\n,,\n'],
  ])('reads %s', async (_, text) => {
    expect(recognised(text)).toEqual(['absences']);
    const told = await read('absences', text);
    expect([told.facts.map(({ reference }) => reference), told.skipped]).toEqual([['away:mail:ada@example.org@1785715200-1786752000'], []]);
  });

  it('reads what Excel saves as Unicode text', async () => {
    const text = '\uFEFFperson\tfirst_day\tlast_day\r\nJörg Ærø\t2026-08-03\t2026-08-14\r\n';
    const bytes = Buffer.from(text, 'utf16le');
    expect(recognised(bytes)).toEqual(['absences']);
    expect((await read('absences', bytes)).facts[0]!.actor).toBe('name:Jörg Ærø');
  });

  it('takes what looks like a formula for what it is: text', async () => {
    const told = await read('recognition', 'date,thanked,kind,by\n2026-02-06,"=HYPERLINK(""http://x"")",save,@SUM(A1)\n');
    expect(told.facts[0]).toMatchObject({ other: 'name:=HYPERLINK("http://x")', actor: 'name:@SUM(A1)' });
  });

  it('skips rows it cannot understand, with their lines and what to do', async () => {
    const rows = [
      'person,schedule,from,until,level',
      'ada@example.org,primary,2026-02-02T09:00+01:00,2026-02-09T09:00+01:00,1',
      'ada@example.org,primary,01/02/2026,2026-02-09,1',
      'ada@example.org,primary,2026-02-30,2026-03-09,1',
      ',primary,2026-02-02,2026-02-09,1',
      'ada@example.org,primary,2026-02-09,2026-02-02,1',
      'ada@example.org,primary,2026-02-02,2026-02-09,first',
      'ada@example.org,"primary,2026-02-02',
      '__proto__,constructor,2026-02-02,2026-02-02,',
    ];
    const told = await read('rota', rows.join('\n'));
    expect(told.facts.map(({ reference }) => reference)).toEqual([
      'on-shift:schedule:primary/mail:ada@example.org@1770019200-1770624000',
      'on-shift:schedule:constructor/name:__proto__@1769990400-1770076800',
    ]);
    expect(told.skipped).toEqual([
      { what: 'line 3', why: '01/02/2026 can be two dates: format the column as yyyy-mm-dd and save again' },
      { what: 'line 4', why: '2026-02-30 is not in the calendar' },
      { what: 'line 5', why: 'person is empty' },
      { what: 'line 6', why: 'it ends before it begins' },
      { what: 'line 7', why: 'first is no whole number' },
      { what: 'line 8', why: 'a quote is not closed, or the row is longer than 64 KiB' },
    ]);
  });

  it('takes the midnight that other systems write for a day as that day, also as its last', async () => {
    const rows = ['2026-08-03 00:00:00,2026-08-03 00:00:00', '03.08.2026 00:00,04.08.2026 0:00', '2026-08-03T00:00Z,2026-08-04T00:00Z'];
    const { facts } = await read('absences', `person,first_day,last_day\n${rows.map((row) => `ada@example.org,${row}`).join('\n')}\n`);
    expect(facts.map(({ until }) => until)).toEqual(['2026-08-04', '2026-08-05', '2026-08-04'].map(at));
  });

  it('refuses a file of which nothing can be read', async () => {
    const slashed = 'person,first_day,last_day\nada@example.org,01/02/2026,02/02/2026\n';
    await expect(read('absences', slashed)).rejects.toMatchObject({ code: 'sheet-unreadable', message: expect.stringContaining('line 2') });
    await expect(read('absences', `person,first_day,last_day\n${'x,y,z\n'.repeat(100_000)}`)).rejects.toMatchObject({
      code: 'sheet-unreadable',
    });
    await expect(read('absences', 'name,from\n')).rejects.toMatchObject({ code: 'file-unfit' });
    const latin = Buffer.from('person,first_day,last_day\nJörg,2026-08-03,2026-08-14\n', 'latin1');
    await expect(read('absences', latin)).rejects.toMatchObject({ message: expect.stringContaining('CSV UTF-8') });
  });

  it.each(['', '\n\n', '{"a":1}', 'PK\u0003\u0004', 'person,first_day\n', '\0'.repeat(70_000), '"'.repeat(70_000)])(
    'does not recognise %j',
    (text) => {
      expect(recognised(text)).toEqual([]);
    },
  );

  it('gives the same references when it is read again, in any order', async () => {
    const [head, ...rows] = [
      'person,right,place,from',
      'ada@example.org,deploy,checkout,2025-11-03',
      'bo@example.org,merge,https://github.com/acme/shop.git,2025-11-03',
    ];
    const [one, two] = [await read('access', [head, ...rows].join('\n')), await read('access', [head, ...rows.toReversed()].join('\n'))];
    expect(one.facts.map(({ place }) => place)).toEqual(['service:checkout', 'repository:github.com/acme/shop']);
    expect(one.facts.map(({ reference }) => reference).toSorted()).toEqual(two.facts.map(({ reference }) => reference).toSorted());
  });
});
