import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEAM_VERBS } from '#cli/team/team-verbs.ts';
import { buildRepository } from '#test/golden/build-repository.ts';
import { inventedCertificate } from '#test/invented-certificate.ts';
import { onPostgres } from './on-both-engines.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['docs/guide/team-database.md', 'docs/guide/serve.md', 'docs/guide/commands.md'];
const OURS = new RegExp(`^understudy (${TEAM_VERBS.map(({ name }) => name).join('|')})\\b`, 'm');

interface Fence {
  readonly document: string;
  readonly script: string;
}

/** Blocks of commands that tend a team's database. */
const fences = DOCUMENTS.map((document): readonly Fence[] =>
  [...readFileSync(join(ROOT, document), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .map(([, script]) => ({ document, script: script! }))
    .filter(({ script }) => OURS.test(script)),
);

/** Guide, runbook and help are followed line by line, each document in a home of its own, against a real PostgreSQL. */
onPostgres(({ emptyPlace }) => {
  describe.each(fences)('commands in the docs', (...blocks) => {
    const home = furnished(mkdtempSync(join(tmpdir(), 'understudy-home-')));

    it.each(blocks)('$document: $script', async ({ script }) => {
      const place = await emptyPlace();
      const url = place.engine === 'postgres' ? place.url : '';
      const { status, stderr } = spawnSync('sh', ['-ec', runnable(script, { home, url })], {
        cwd: home,
        encoding: 'utf8',
        env: { PATH: `${join(home, 'bin')}:${process.env['PATH']}`, HOME: home, UNDERSTUDY_DATA: join(home, 'data'), NO_COLOR: '1' },
      });
      expect([status, stderr.includes('understudy: ')], stderr).toEqual([0, false]);
    });
  });
});

it('the docs show every verb of a team', () => {
  const shown = fences
    .flat()
    .map(({ script }) => script)
    .join('\n');
  expect(TEAM_VERBS.filter(({ name }) => !shown.includes(`understudy ${name}`))).toEqual([]);
});

/** A home with the command, a token, and one repository that somebody has added already. */
function furnished(home: string): string {
  for (const folder of ['bin', 'backups']) mkdirSync(join(home, folder));
  const main = join(ROOT, 'src/cli/main.ts');
  writeFileSync(join(home, 'bin/understudy'), `#!/bin/sh\nexec "${process.execPath}" --conditions=understudy-source "${main}" "$@"\n`);
  writeFileSync(join(home, 'bin/createdb'), '#!/bin/sh\n');
  for (const name of ['understudy', 'createdb']) chmodSync(join(home, 'bin', name), 0o755);
  writeFileSync(join(home, 'token.txt'), 'invented\n');
  cpSync(inventedCertificate('understudy.example.org').folder, home, { recursive: true });
  return home;
}

let places = 0;

/** As written, except for what only this machine lacks: the database, the folders, somebody to press Ctrl-C; in an empty one nothing is called as the example says, which is refused. */
function runnable(script: string, { home, url }: { readonly home: string; readonly url: string }): string {
  const srv = join(home, `srv-${++places}`);
  buildRepository({
    bare: true,
    folder: join(srv, 'git/billing.git'),
    commits: [{ by: 'Ana Example <ana@example.org>', files: { 'a.ts': '1' } }],
  });
  return script
    .replaceAll(/postgres:\/\/\S+/g, url)
    .replaceAll('/srv/', `${srv}/`)
    .replaceAll('/backups/', `${home}/backups/`)
    .replaceAll(/^understudy work$/gm, 'understudy work --once --quiet')
    .replaceAll(/^understudy serve.*$/gm, 'timeout --foreground --preserve-status 4 $&')
    .replaceAll(/--port \d+/g, '--port 0')
    .replaceAll(/--metrics-port \d+/g, '--metrics-port 0')
    .replaceAll(/^understudy joins --(?:confirm|reject) .*$/gm, '! $& 2> said.txt && grep -q join-nothing said.txt');
}
