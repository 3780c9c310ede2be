/** The tables of teams, claims, merges and further ways in as queries see them; `people-step.ts` makes them. */
export interface PeopleTables {
  readonly team: TeamRow;
  readonly membership: MembershipRow;
  readonly claim: ClaimRow;
  readonly claim_word: ClaimWordRow;
  readonly identity_merge: MergeRow;
  readonly merge_word: MergeWordRow;
  readonly join_word: JoinWordRow;
  readonly api_token: TokenRow;
  readonly passkey: PasskeyRow;
  readonly provider_login: ProviderLoginRow;
  readonly ceremony: CeremonyRow;
}

export interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly made_at: number;
  readonly made_by: string | null;
  readonly ended_at: number | null;
}

/** Half-open: a member from `from_at` on, no more at `until_at`. */
export interface MembershipRow {
  readonly id: string;
  readonly team_id: string;
  readonly account_id: string;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly by_account: string | null;
}

export interface ClaimRow {
  readonly id: string;
  readonly account_id: string;
  /** `Name <e-mail>` or an e-mail address, as git knows it. */
  readonly spelling: string;
  /** Its address in lower case: claims of one address are held together. */
  readonly email: string;
  readonly made_at: number;
}

/** Append-only: what a claim is follows from all that was said. */
export interface ClaimWordRow {
  readonly id: string;
  readonly claim_id: string;
  readonly by_account: string;
  readonly says: 'confirm' | 'refuse' | 'withdraw';
  readonly ground: 'own address' | 'administrator' | 'member' | 'own';
  readonly said_at: number;
}

export interface MergeRow {
  readonly id: string;
  readonly kind: 'same' | 'different';
  /** JSON list of texts. */
  readonly spellings: string;
  readonly made_by: string;
  readonly made_at: number;
}

export interface MergeWordRow {
  readonly id: string;
  readonly merge_id: string;
  readonly by_account: string;
  readonly says: 'confirm' | 'refuse' | 'withdraw';
  readonly said_at: number;
}

/** What somebody said of a join: `joined` in the words of a source, `meant` in ours; `by_account` is null for whoever opened the database by hand. */
export interface JoinWordRow {
  readonly id: string;
  readonly kind: 'person' | 'repository' | 'area' | 'runbook' | 'team';
  readonly joined: string;
  readonly meant: string;
  readonly says: 'same' | 'different' | 'nothing';
  readonly by_account: string | null;
  readonly said_at: number;
}

export interface TokenRow {
  readonly id: string;
  readonly hash: string;
  readonly account_id: string;
  readonly name: string;
  /** Its first signs, so that people know it again. */
  readonly shown: string;
  /** JSON list of texts. */
  readonly scopes: string;
  readonly made_at: number;
  readonly made_by: string;
  readonly expires_at: number;
  readonly used_at: number | null;
  readonly ended_at: number | null;
}

export interface PasskeyRow {
  /** As the authenticator calls it, base64url. */
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly public_key: Uint8Array;
  readonly counter: number;
  /** JSON list of texts. */
  readonly transports: string;
  readonly made_at: number;
  readonly used_at: number | null;
}

interface ProviderLoginRow {
  readonly issuer: string;
  readonly subject: string;
  readonly account_id: string;
  readonly made_at: number;
}

/** A sign-in that goes back and forth; used up by its second half. */
export interface CeremonyRow {
  readonly hash: string;
  readonly kind: 'new passkey' | 'passkey' | 'provider';
  readonly account_id: string | null;
  readonly content: string;
  readonly expires_at: number;
}
