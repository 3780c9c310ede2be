import type { KnownCaller } from '#app/questions/accounts/caller.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Scope } from '#contract/operations/operation.ts';

/** Who asks: what the door found from a session cookie or a bearer token, before anything else was looked at. */
export interface Caller {
  /** Null for strangers. */
  readonly accountId: string | null;
  /** A stranger's sees nothing. */
  readonly viewer: Viewer;
  /** Words that mean the caller: addresses that were claimed and confirmed. */
  readonly ownWords: readonly string[];
  /** `null` for a session, which may do all that its person may. */
  readonly scopes: readonly Scope[] | null;
  /** The account behind it, as it was found; null for strangers. */
  readonly signedIn: KnownCaller | null;
}

/** No role at all, under the strictest mode. */
export const STRANGER: Caller = {
  accountId: null,
  viewer: { mode: 'council', grants: [] },
  ownWords: [],
  scopes: null,
  signedIn: null,
};

/** The token by which somebody asks; null where they are signed in. */
export function throughToken({ signedIn }: Caller): string | null {
  return signedIn?.how === 'token' ? signedIn.throughId : null;
}

/** What a request says of who sends it. Nothing of it has been believed yet. */
export interface Credentials {
  readonly session: string | undefined;
  readonly token: string | undefined;
}

/** Null where the words are known to nobody: wrong, ended or expired. */
export type FindCaller = (credentials: Credentials) => Promise<Caller | null>;
