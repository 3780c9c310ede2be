import {
  type Connected,
  connect,
  disconnect,
  endSecrets,
  readConnectionNow,
  retellConnection,
  rotateSecret,
} from '#app/actions/connections/change-connections.ts';
import { connectableKinds } from '#app/actions/connections/connectable-kinds.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { answerConnections } from '#app/questions/connections/answer-connections.ts';
import { connectionsTold } from '#app/questions/connections/connections-told.ts';
import { counted } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { dateOption, flagOption, listOption, numberOption, textOption } from '#cli/options/read-options.ts';
import { secretFrom } from '#cli/team/secret-from.ts';
import { placeToRead, teamPlaceOf } from '#cli/team/team-options.ts';
import { writeTeamAnswer } from '#cli/team/write-team-answer.ts';
import type { Run } from '#cli/verb.ts';

const EVERY = { name: '--every', least: 5, most: 525_600 } as const;
const USUAL_URL = 'http://127.0.0.1:4181';

type Step = (database: TeamDatabase, word: string, run: Run) => Promise<string>;

/** What is done with a connection that is there already, by the option that names it. */
const STEPS: Readonly<Record<string, Step>> = {
  rotate: async (database, word, run) =>
    shown(await rotateSecret(database, { word, secret: secretFrom(run, 'secretFile'), ...keeping(run) }), run),
  endOld: async (database, word, { door }) => `${counted(await endSecrets(database, word, door.now()), 'older secret')} ended.`,
  read: async (database, word, { door }) => {
    await readConnectionNow(database, word, door.now());
    return `${word} is due now; the next free worker begins.`;
  },
  retell: async (database, word) =>
    `${counted(await retellConnection(database, word), 'delivery', 'deliveries')} will be told again by the next free worker.`,
  remove: async (database, word) => `${await disconnect(database, word)} and everything that it told are forgotten.`,
};

/** The list, one more connection, or one change to it. */
export async function runConnect(run: Run): Promise<number> {
  const { door, args, options } = run;
  const [kind, ...rest] = args;
  const steps = Object.keys(STEPS).filter((name) => textOption(options, name) !== undefined);
  if (rest.length > 0 || steps.length + (kind === undefined ? 0 : 1) > 1)
    throw refusal('unknown-option', { problem: 'understudy connect does one thing at a time.', verb: 'connect' });
  const place = kind === undefined ? placeToRead(run) : teamPlaceOf(run).database;
  await withDatabase({ place, now: door.now }, async (database) => {
    const [step] = steps;
    if (step !== undefined) return writeOut(`${await STEPS[step]!(database, textOption(options, step)!, run)}\n`, run);
    if (kind !== undefined) return writeOut(`${await connected(database, kind, run)}\n`, run);
    const told = await connectionsTold(database);
    writeTeamAnswer(answerConnections({ told, kinds: connectableKinds(), now: door.now() }), 'connections', run);
  });
  return EXIT.fine;
}

function keeping(run: Run) {
  return { keyFile: teamPlaceOf(run).keyFile, now: run.door.now() };
}

async function connected(database: TeamDatabase, kind: string, run: Run): Promise<string> {
  const { options } = run;
  const wish = {
    kind,
    name: textOption(options, 'name'),
    host: textOption(options, 'host'),
    base: textOption(options, 'base'),
    what: listOption(options, 'what'),
    since: dateOption(options, 'since'),
    everyMinutes: numberOption(options, 'every', EVERY),
    privateAllowed: flagOption(options, 'allowPrivate'),
    credential: secretFrom(run, 'credentialFile'),
    secret: secretFrom(run, 'secretFile'),
  };
  return shown(await connect(database, wish, keeping(run)), run);
}

/** The secret stands here and nowhere else. */
function shown({ name, path, secret, setUp, lacksSecret }: Connected, { options, common }: Run): string {
  const base = (textOption(options, 'url') ?? USUAL_URL).replace(/\/+$/, '');
  const address = path === '' ? null : `${base}${path}`;
  if (common.format === 'json')
    return JSON.stringify({ name, address, secret: secret === '' ? null : secret, setUp, lacksSecret }, null, 2);
  if (address === null && options['credentialFile'] === undefined)
    return `${name} is connected. What it tells comes as files: understudy import FILE …`;
  if (address === null) return `${name} is connected. The next free worker reads its API.`;
  const about =
    secret !== ''
      ? 'The secret is not shown again; a new one comes with --rotate.'
      : lacksSecret
        ? `Then hand over the secret that is made there: understudy connect --rotate ${quoted(name)} --secret-file FILE (- reads standard input). Until then nothing that is delivered is taken.`
        : 'The secret that you gave is kept; it is not shown.';
  return [
    `${name} is connected. Enter this at the other side:`,
    `  address  ${address}`,
    ...(secret === '' ? [] : [`  secret   ${secret}`]),
    '',
    setUp,
    about,
  ].join('\n');
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name}"`;
}
