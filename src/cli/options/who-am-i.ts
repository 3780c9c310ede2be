import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import type { Run } from '#cli/verb.ts';

/** The e-mail address that git would sign with here. Reading configuration runs nothing. */
export async function whoAmI({ door, common }: Run): Promise<string> {
  const cwd = resolve(door.cwd, common.repositories[0] ?? '.');
  const email = door.env['GIT_AUTHOR_EMAIL'] ?? door.env['EMAIL'] ?? (await configured(cwd, door.env));
  if (email === '') throw refusal('no-identity', {});
  return email;
}

async function configured(cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  return await new Promise((done) => {
    execFile('git', ['config', '--get', 'user.email'], { cwd, env: { ...env }, timeout: 5000 }, (problem, out) =>
      done(problem ? '' : out.trim()),
    );
  });
}
