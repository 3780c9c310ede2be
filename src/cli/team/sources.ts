import { resolve } from 'node:path';
import { forgetSource, readFrom, scanSourceNow } from '#app/actions/team/change-sources.ts';
import { rekey } from '#app/actions/team/rekey.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { counted } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import { secretFrom } from './secret-from.ts';
import { writeTeamAnswer } from './write-team-answer.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, numberOption, textOption } from '#cli/options/read-options.ts';
import { placeToRead, teamPlaceOf } from './team-options.ts';
import type { Run } from '#cli/verb.ts';

const EVERY = { name: '--every', least: 1, most: 525_600 } as const;
const USUALLY_EVERY = 60;

type Step = (run: Run, word: string) => Promise<string>;

const STEPS: Readonly<Record<string, Step>> = { add, remove, scan };

/** The list, or one change to it. */
export async function runSources(run: Run): Promise<number> {
  const [step, word, ...rest] = run.args;
  if (step === undefined) return await list(run);
  if (step === 'rekey' && word === undefined) return await rekeyed(run);
  const take = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined;
  if (take === undefined || word === undefined || rest.length > 0)
    throw refusal('unknown-option', { problem: `understudy sources takes nothing, or one of: ${run.verb.takes}.`, verb: 'sources' });
  writeOut(`${await take(run, word)}\n`, run);
  return EXIT.fine;
}

async function list(run: Run): Promise<number> {
  const { now } = run.door;
  const answer = await withDatabase({ place: placeToRead(run), now }, async (database) => await answerSources(database, now()));
  writeTeamAnswer(answer, 'sources', run);
  return EXIT.fine;
}

async function add(run: Run, word: string): Promise<string> {
  const { door, options } = run;
  const { database: place, keyFile } = teamPlaceOf(run);
  const wish = {
    address: /^[.~]/.test(word) ? resolve(door.cwd, word) : word,
    name: textOption(options, 'name'),
    credential: secretFrom(run, 'credentialFile'),
    keyFile,
    privateAllowed: flagOption(options, 'allowPrivate'),
    everyMinutes: numberOption(options, 'every', EVERY) ?? USUALLY_EVERY,
    now: door.now(),
  };
  const { name } = await withDatabase({ place, now: door.now }, async (database) => await readFrom(database, wish));
  return `${name} is read from now on; the next free worker begins: \`understudy work\`.`;
}

async function remove(run: Run, word: string): Promise<string> {
  const { now } = run.door;
  const name = await withDatabase({ place: placeToRead(run), now }, async (database) => await forgetSource(database, word));
  return `${name} and everything read from it are forgotten.`;
}

async function rekeyed(run: Run): Promise<number> {
  const place = placeToRead(run);
  const { keyFile } = teamPlaceOf(run);
  const { credentials, oldKey } = await withDatabase({ place, now: run.door.now }, async (database) => await rekey(database, keyFile));
  const aside = oldKey === undefined ? '' : ` The old one lies in ${oldKey}; older backups need it.`;
  writeOut(`${counted(credentials, 'credential')} sealed with the new key in ${keyFile}.${aside}\n`, run);
  return EXIT.fine;
}

async function scan(run: Run, word: string): Promise<string> {
  const { now } = run.door;
  const name = await withDatabase({ place: placeToRead(run), now }, async (database) => await scanSourceNow(database, word, now()));
  return `${name} is due now; the next free worker begins.`;
}
