/** The tables of privacy as queries see them; `privacy-step.ts` makes them. Times are milliseconds since epoch. */
export interface PrivacyTables {
  readonly team_setting: TeamSettingRow;
  readonly mark_salt: { readonly id: number; readonly salt: string };
  readonly access_record: AccessRow;
  readonly access_subject: AccessSubjectRow;
  readonly finding: FindingRow;
  readonly finding_subject: { readonly finding_id: string; readonly mark: string };
  readonly finding_word: FindingWordRow;
  readonly forgotten: ForgottenRow;
  readonly erasure: ErasureRow;
  readonly kept_from: { readonly id: number; readonly at: number };
  readonly past_tally: { readonly source_id: string; readonly before_month: string; readonly areas: string };
  readonly opening: OpeningRow;
  readonly opening_area: { readonly opening_id: string; readonly area: string; readonly area_name: string };
  readonly opening_subject: { readonly opening_id: string; readonly mark: string };
  readonly opening_word: OpeningWordRow;
}

/** What was set, one row a change: the newest of a key holds, the others say what held before. */
export interface TeamSettingRow {
  readonly key: string;
  readonly number: number;
  /** JSON. */
  readonly value: string;
  readonly reason: string;
  readonly by_account: string;
  readonly from_at: number;
}

/** That somebody looked or was refused. Nothing updates it; only its term ends it. */
export interface AccessRow {
  readonly id: string;
  readonly at: number;
  readonly by_account: string;
  readonly question: string;
  /** Separated by commas. */
  readonly topics: string;
  readonly outcome: 'answered' | 'refused';
  readonly sight: string;
  readonly reason: string;
  /** The token by which the account asked; null where somebody was signed in. */
  readonly through_token: string | null;
}

interface AccessSubjectRow {
  readonly record_id: string;
  /** An account, or the mark of a word that meant somebody. */
  readonly key: string;
  readonly at: number;
}

/** That one person carries an area of a source. */
export interface FindingRow {
  readonly id: string;
  readonly source_id: string;
  readonly area: string;
  readonly area_name: string;
  readonly found_at: number;
  /** Since when it is no longer so. */
  readonly gone_at: number | null;
  /** From when others see it. */
  readonly others_from: number;
  /** Key of the signal that means them; null: that they carry an area. */
  readonly signal: string | null;
}

/** What the one whom it concerns did: let it go on, or wrote a note. */
export interface FindingWordRow {
  readonly finding_id: string;
  readonly by_account: string;
  readonly kind: 'let go' | 'note';
  readonly said: string;
  readonly at: number;
}

/** An address whose words stay out of every scan from now on. */
export interface ForgottenRow {
  readonly mark: string;
  readonly how: 'erased' | 'left';
  readonly pseudonym: string;
  readonly since: number;
}

/** That somebody asked to be erased, and who confirmed it. */
export interface ErasureRow {
  readonly id: string;
  readonly account_id: string;
  /** Of their addresses, separated by commas. */
  readonly marks: string;
  readonly asked_at: number;
  readonly confirmed_at: number | null;
  readonly confirmed_by: string | null;
}

/** That somebody asked for the names of those who carry some areas of a source. */
export interface OpeningRow {
  readonly id: string;
  readonly source_id: string;
  readonly asked_by: string;
  readonly asked_at: number;
  /** How long, from when it is agreed to. */
  readonly hours: number;
  readonly reason: string;
}

/** Agreed, refused, or taken back by whoever asked. */
export interface OpeningWordRow {
  readonly opening_id: string;
  readonly by_account: string;
  readonly says: 'yes' | 'no' | 'withdraw';
  readonly at: number;
}
