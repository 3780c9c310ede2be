import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator } from './admit.ts';
import { sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
/** The line that says who made it when, with which version. */
const withoutMade = (text: string): string => text.split('\n').toSpliced(2, 1).join('\n');

onBothEngines(({ open }) => {
  it.each(['en', 'de'])('the command writes the works agreement of a team’s server as the server does (%s)', async (language) => {
    const database = await open();
    const { accountId: by } = await firstAdministrator(database);
    await addSource(database, sourceRow('a'));
    const wish = { mode: 'council', reason: 'As agreed with the works council.', retention: { evidence: 365 } } as const;
    await changeSettings(database, wish, { by, now: NOW, loopback: true });
    const { text } = await (await servedTeam(database, callerWith('council'))).call('GET', `/api/agreement?language=${language}`);
    const { place } = database;
    const where = place.engine === 'sqlite' ? ['--data-folder', place.folder] : ['--database', place.url];
    const run = (...more: readonly string[]) =>
      spawnSync(process.execPath, ['--conditions=understudy-source', MAIN, 'agreement', '--language', language, ...where, ...more], {
        cwd: mkdtempSync(join(tmpdir(), 'understudy-agreement-')),
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], NO_COLOR: '1' },
      });
    const { stdout, stderr, status } = run();
    expect([status, stderr, withoutMade(stdout)]).toEqual([0, '', withoutMade(text)]);
    expect([stdout.includes(' 365 '), stdout.includes('council')]).toEqual([true, true]);
    expect(run('--json').status).toBe(2);
    expect(run('.').stderr).toContain('--data-folder');
  });
});
