/** The tables of accounts as queries see them; `accounts-step.ts` makes them. Times are milliseconds since epoch. */
export interface AccountTables {
  readonly account: AccountRow;
  readonly deactivation: DeactivationRow;
  readonly role_grant: GrantRow;
  readonly one_time_link: LinkRow;
  readonly local_password: PasswordRow;
  readonly session: SessionRow;
  readonly attempt: AttemptRow;
}

export interface AccountRow {
  readonly id: string;
  readonly kind: 'person' | 'service';
  /** What they sign in with, in lower case; null for services. */
  readonly email: string | null;
  /** Whose word stands behind the address; `self`: nobody else's. */
  readonly email_from: 'self' | 'administrator' | 'provider' | 'directory';
  readonly name: string;
  /** What a directory calls them. */
  readonly external_id: string | null;
  readonly state: 'active' | 'deactivated';
  readonly made_at: number;
  /** Id of an account; not held by the database: accounts travel in pages, in no order of their making. */
  readonly made_by: string | null;
}

/** From `from_at` on, until `until_at` if they came back: half-open, like every window here. */
interface DeactivationRow {
  readonly id: string;
  readonly account_id: string;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly how: 'administrator' | 'directory';
  readonly by_account: string | null;
}

export interface GrantRow {
  readonly id: string;
  readonly account_id: string;
  /** A key of `ROLES`. */
  readonly role: string;
  /** Null: everywhere. */
  readonly team_id: string | null;
  readonly area: string | null;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly given_by: string | null;
  readonly taken_by: string | null;
}

export interface LinkRow {
  readonly id: string;
  readonly kind: 'first' | 'invitation' | 'reset';
  /** Of the secret in the link, which is kept nowhere. */
  readonly hash: string;
  /** Null for the first link: its account is made when it is used. */
  readonly account_id: string | null;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly expires_at: number;
  readonly used_at: number | null;
}

interface PasswordRow {
  readonly account_id: string;
  readonly hash: string;
  readonly set_at: number;
}

export interface SessionRow {
  readonly id: string;
  readonly hash: string;
  readonly account_id: string;
  readonly how: 'password' | 'passkey' | 'provider' | 'link';
  /** What the browser said of itself, cut short: so that people know their own sessions again. */
  readonly browser: string;
  readonly made_at: number;
  readonly seen_at: number;
}

interface AttemptRow {
  /** Digest of an e-mail address or a network address: neither is kept in words. */
  readonly mark: string;
  readonly failures: number;
  readonly last_at: number;
  readonly locked_until: number;
}
