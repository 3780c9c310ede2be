import { makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import { invite, linkToReset } from '#app/actions/accounts/invite.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { accountNamed } from '#app/questions/accounts/account-named.ts';
import { accountsSeen } from '#app/questions/accounts/accounts-seen.ts';
import { counted } from '#core/terms/figures.ts';
import { minuteOf } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { linkAddress } from '#server/accounts/account-handlers.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { placeToRead, teamPlaceOf } from './team-options.ts';

type Step = (database: TeamDatabase, run: Run, email: string) => Promise<string>;

const STEPS: Readonly<Record<string, Step>> = { 'first-link': firstLink, invite: inviteSomebody, reset };
const USUAL_ADDRESS = 'http://127.0.0.1:4181';

/** How many there are, or one link: for whoever can open the database by hand, when nobody else can help. */
export async function runAccounts(run: Run): Promise<number> {
  const { now } = run.door;
  const [step, email = '', ...rest] = run.args;
  const take = step === undefined ? standing : Object.hasOwn(STEPS, step) ? STEPS[step] : undefined;
  if (take === undefined || rest.length > 0 || (email === '') !== (step === undefined || step === 'first-link'))
    throw refusal('unknown-option', { problem: `understudy accounts takes nothing, or one of: ${run.verb.takes}.`, verb: 'accounts' });
  const begins = step === 'first-link' || step === 'invite';
  const place = begins ? teamPlaceOf(run).database : placeToRead(run);
  const text = await withDatabase({ place, now }, async (database) => await take(database, run, email));
  writeOut(`${text}\n`, run);
  return EXIT.fine;
}

async function standing(database: TeamDatabase): Promise<string> {
  const { accounts, sentence } = await accountsSeen(database);
  const active = accounts.filter(({ state }) => state === 'active').length;
  if (accounts.length === 0) return 'There are no accounts yet: `understudy accounts first-link`.';
  return `${counted(active, 'active account')} of ${accounts.length}. ${sentence}`;
}

async function firstLink(database: TeamDatabase, run: Run): Promise<string> {
  const made = await makeFirstLink(database, { now: run.door.now(), anew: true });
  if (typeof made === 'string') throw refusal('accounts-begun', {});
  return linkText(run, made);
}

async function inviteSomebody(database: TeamDatabase, run: Run, email: string): Promise<string> {
  const name = textOption(run.options, 'name') ?? email;
  const role = textOption(run.options, 'role');
  const roles = role === undefined ? [] : [role];
  return linkText(run, await invite(database, { email, name, roles, by: null, now: run.door.now() }));
}

async function reset(database: TeamDatabase, run: Run, email: string): Promise<string> {
  const account = await accountNamed(database, email);
  if (account === undefined) throw refusal('account-unknown', { account: email });
  return linkText(run, await linkToReset(database, { account, by: null, now: run.door.now() }));
}

function linkText({ options }: Run, { secret, expiresAt }: { readonly secret: string; readonly expiresAt: number }): string {
  const address = (textOption(options, 'url') ?? USUAL_ADDRESS).replace(/\/+$/, '');
  return `${linkAddress(address, secret)}\nIt opens once, until ${minuteOf(expiresAt / 1000)} UTC. Hand it to one person only.`;
}
