import { expect, it, test } from 'vitest';
import { givenFile } from '#test/given-file.ts';
import { zipOf } from '#test/zip-of.ts';
import { looksLike } from './looks-like.ts';
import { notRecognised, readerOf } from './recognise.ts';

const TAR = Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\u000000'), Buffer.alloc(248)]);

test.each<[string, string | Uint8Array, string]>([
  ['empty.json', '', 'it is empty'],
  ['blank.csv', '\r\n \n', 'it is empty'],
  ['x.json', '[[],\n[]]'.replace(',', ''), 'it is JSON that holds nothing'],
  ['x.json', '{ }', 'it is JSON that holds nothing'],
  [
    'x.json',
    '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}',
    'it is an answer that says what went wrong',
  ],
  ['prs.json', '[{"number":12,"title":"x","author":{"login":"a"}}]', 'it is JSON with the fields number, title, author'],
  ['lines.json', '{"a":1}\n{"b":2}\n', 'it is JSON with the fields a'],
  ['cut.json', '[{"a":1,"b":[{"c":', 'it is JSON with the fields a, b, c'],
  ['page.html', '<!DOCTYPE html><title>Sign in</title>', 'it is a web page, perhaps one to sign in at'],
  ['book.xlsx', zipOf([{ name: '[Content_Types].xml', content: 'x' }]), 'it is a spreadsheet'],
  ['some.zip', zipOf([{ name: 'a.txt', content: 'x' }]), 'it is an archive, and no export of Slack'],
  ['some.tar', TAR, 'it is an archive (tar)'],
  ['photo.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'it is no text, or not in UTF-8'],
  ['utf16.csv', Buffer.from('ticket;opened\n', 'utf16le'), 'it is no text, or not in UTF-8'],
  ['CODEOWNERS', '* @acme/pay\n', 'documents, decision records and CODEOWNERS are read with the repository that they stand in'],
  ['0007-queues.md', '# Queues\n', 'documents, decision records and CODEOWNERS are read with the repository that they stand in'],
  [
    '2026-03-01.json',
    '[{"client_msg_id":"x","type":"message","user":"U1","text":"hi","ts":"1772330400.000100"}]',
    'it is a day of a chat, and does not say of which channel',
  ],
  ['notes.txt', 'Some words.\n', 'it is a text of another kind'],
  ['incidents.csv', 'id,incident_number,service_name\nP1,7,pay\n', 'it is a table of incidents or alerts'],
])('%s: %j', (name, content, looks) => {
  const file = givenFile(name, content);
  expect(readerOf(file)).toBeUndefined();
  expect(looksLike(file)).toMatchObject({ looks, advice: expect.stringMatching(/^[A-Z][^]+\.$/) });
});

// Columns as exports of Zendesk and lists of ServiceNow have them.
test.each([
  ['Ticket ID,Requester,Status,Assignee,Requested,Solved\n1,a,Solved,b,c,d\n', 'ticket and opened'],
  ['"number";"opened";"assigned_to"\n"INC1";"2026-02-02";"a"\n', 'ticket'],
])('a table of tickets is told which columns it lacks: %j', (text, lacks) => {
  expect(looksLike(givenFile('export.csv', text))).toMatchObject({
    looks: expect.stringMatching(/^it is a table with the columns /),
    advice: `Rename columns until tickets.csv has ${lacks}, or fill in another table.`,
  });
});

it('the refusal names what it seems to be, every kind that is read, and nothing that steers a terminal', () => {
  const refused = notRecognised('/x', givenFile('x.csv', 'a\u001b[31mb,c\u202ed\n1,2\n'));
  expect(refused.message).toContain('it is a table with the columns');
  expect(refused.message).not.toContain('\u001b');
  for (const kind of ['github', 'pagerduty', 'calendar', 'backstage', 'tickets', 'rota']) expect(refused.remedy).toContain(kind);
  expect(notRecognised('/x', undefined).message).toContain('there is no file in it');
});
