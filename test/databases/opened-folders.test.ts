import { mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseClosed } from '#app/actions/team/opened-folders.ts';
import { onSqlite } from './on-both-engines.ts';
import { asAdministrator, startedServer } from './started-server.ts';

const place = realpathSync(mkdtempSync(join(tmpdir(), 'understudy-opened-')));
const opened = join(place, 'opened');
for (const folder of ['opened/api', 'opened/..odd', 'opened-not', 'elsewhere']) mkdirSync(join(place, folder), { recursive: true });
symlinkSync(join(place, 'elsewhere'), join(opened, 'leads-away'));
symlinkSync(opened, join(place, 'leads-in'));

function judged(address: string, roots: readonly string[] = [opened]): string {
  try {
    refuseClosed(address, roots);
    return 'fine';
  } catch (problem) {
    return (problem as { readonly code: string }).code;
  }
}

it.each([
  ['opened/api', 'fine'],
  ['opened', 'fine'],
  ['opened/..odd', 'fine'],
  ['opened/not-there', 'fine'],
  ['leads-in/api', 'fine'],
  ['opened/leads-away', 'folder-closed'],
  ['opened/leads-away/../../elsewhere', 'folder-closed'],
  ['opened-not', 'folder-closed'],
  ['opened/../elsewhere', 'folder-closed'],
  ['not-there', 'folder-closed'],
  ['.', 'folder-closed'],
])('a folder that may be named over HTTP lies below one that was opened, wherever links lead: %s', (name, code) => {
  expect(judged(join(place, name))).toBe(code);
  expect(judged(join(place, name), [])).toBe('folder-closed');
});

onSqlite(({ emptyPlace, open }) => {
  it.each([
    ['alone on this machine', [], ['fine', 'fine']],
    ['below what was opened', ['--read-below', opened], ['fine', 'folder-closed']],
    ['where others come by', ['--public-url', 'https://understudy.example.org', '--behind-proxy'], ['folder-closed', 'folder-closed']],
  ])('a server takes folders %s', async (_, options, codes) => {
    const data = await emptyPlace();
    const { log } = await startedServer(data, ['--workers', '0', ...options]);
    // What it says and what it logs come on two lines, each in its own time.
    const started = () => log().find(({ event }) => event === 'server-started');
    while (started() === undefined) await new Promise((resolve) => void setTimeout(resolve, 20));
    const base = `http://127.0.0.1:${String(started()!['port'])}`;
    const { cookie } = await asAdministrator(await open(data));
    const told = await Promise.all(
      [join(opened, 'api'), join(place, 'elsewhere')].map(async (folder) => {
        const reply = await fetch(`${base}/api/sources`, {
          method: 'POST',
          headers: { cookie, 'x-understudy': '1', 'content-type': 'application/json' },
          body: JSON.stringify({ address: folder }),
        });
        return reply.status === 201 ? 'fine' : ((await reply.json()) as { readonly code: string }).code;
      }),
    );
    expect(told).toEqual(codes);
  });
});
