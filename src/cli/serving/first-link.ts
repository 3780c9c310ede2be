import { makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { linkAddress } from '#server/accounts/account-handlers.ts';
import type { Run } from '#cli/verb.ts';

/** Where nobody has an account yet, the one way in; whoever can read this terminal may be the first. */
export async function sayFirstLink({ door }: Run, database: TeamDatabase, address: string): Promise<void> {
  const made = await makeFirstLink(database, { now: door.now(), anew: false });
  if (made === 'accounts begun') return;
  const say =
    made === 'another is open'
      ? 'The first administrator comes in by the link that was printed before; a new one: understudy accounts first-link'
      : `The first administrator comes in here, once, within a day: ${linkAddress(address, made.secret)}`;
  door.out.write(` ${say}\n`);
}
