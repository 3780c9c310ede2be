import { noteUse } from '#app/actions/signing-in/end-sessions.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import { ownWords } from '#app/questions/people/own-words.ts';
import type { FindCaller } from '#server/team/door/caller.ts';

/** Looks every caller up in the database, so that whatever was taken from somebody is taken at once, on every server. */
export function callerFinder(database: TeamDatabase, now: () => number, { loopback }: { readonly loopback: boolean }): FindCaller {
  return async ({ session, token }) => {
    if (session === undefined && token === undefined) return null;
    const signedIn = await callerOf(database, { session, bearer: token, loopback }, now());
    if (signedIn === undefined) return null;
    await noteUse(database, signedIn, now());
    const { accountId, mode, grants, scopes, spellings } = signedIn;
    return { accountId, viewer: { mode, grants }, ownWords: ownWords(spellings), scopes, signedIn };
  };
}
