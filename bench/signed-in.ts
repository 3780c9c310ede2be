import { comeByLink } from '#app/actions/accounts/come-by-link.ts';
import { invite } from '#app/actions/accounts/invite.ts';
import { claimSpelling } from '#app/actions/people/claim-spelling.ts';
import { signIn } from '#app/actions/signing-in/sign-in.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import type { DatabasePlace } from '#store/database/database.ts';

const PASSWORD = 'correct horse battery';
const now = Date.now;

/** People with addresses of the invented history, each with a few browsers; every one knows who they are in it. A cookie a session. */
export async function signedIn(place: DatabasePlace, people: number, each: number): Promise<readonly string[]> {
  return await withDatabase({ place, now }, async (database) => {
    const cookies: string[] = [];
    for (let n = 0; n < people; n++) {
      const email = `p${n}@example.org`;
      const knock = { browser: 'a browser', now: now() };
      const invited = await invite(database, { email, name: `Person ${n}`, by: null, now: now() });
      const { secret } = await comeByLink(database, { link: invited.secret, password: PASSWORD, ...knock });
      await claimSpelling(database, { account: invited.accountId, spelling: `Person ${n} <${email}>`, now: now() });
      cookies.push(secret);
      for (let more = 1; more < each; more++)
        cookies.push((await signIn(database, { email, password: PASSWORD, address: '192.0.2.1', ...knock })).secret);
    }
    return cookies.map((secret) => `understudy_session=${secret}`);
  });
}
