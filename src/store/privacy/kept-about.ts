import type { Database } from '#store/database/database.ts';

type Reading = Database['query'];

/** Rows of an account itself and of how it is signed in with; digests of secrets are not among them. Oldest first. */
export async function keptOfAccount(query: Reading, account: string) {
  const [whole, deactivations, roles, links, passwords, sessions, tokens, passkeys, logins] = await Promise.all([
    query.selectFrom('account').selectAll().where('id', '=', account).executeTakeFirst(),
    query.selectFrom('deactivation').where('account_id', '=', account).select(['from_at', 'until_at', 'how']).orderBy('from_at').execute(),
    query
      .selectFrom('role_grant')
      .where('account_id', '=', account)
      .select(['role', 'team_id', 'area', 'from_at', 'until_at'])
      .orderBy('from_at')
      .orderBy('id')
      .execute(),
    query
      .selectFrom('one_time_link')
      .where('account_id', '=', account)
      .select(['kind', 'made_at', 'expires_at', 'used_at'])
      .orderBy('made_at')
      .execute(),
    query.selectFrom('local_password').select('set_at').where('account_id', '=', account).execute(),
    query
      .selectFrom('session')
      .where('account_id', '=', account)
      .select(['how', 'browser', 'made_at', 'seen_at'])
      .orderBy('made_at')
      .orderBy('id')
      .execute(),
    query
      .selectFrom('api_token')
      .where('account_id', '=', account)
      .select(['name', 'shown', 'scopes', 'made_at', 'expires_at', 'used_at', 'ended_at'])
      .orderBy('made_at')
      .orderBy('id')
      .execute(),
    query
      .selectFrom('passkey')
      .where('account_id', '=', account)
      .select(['name', 'made_at', 'used_at'])
      .orderBy('made_at')
      .orderBy('id')
      .execute(),
    query
      .selectFrom('provider_login')
      .select(['issuer', 'subject', 'made_at'])
      .where('account_id', '=', account)
      .orderBy('made_at')
      .execute(),
  ]);
  return { whole, deactivations, roles, links, passwords, sessions, tokens, passkeys, logins };
}

/** Rows of what somebody belongs to, has said of themself or has decided. Spellings of others are not among them. Oldest first. */
export async function keptOfDeeds(query: Reading, account: string) {
  const [memberships, claims, claimWords, proposals, mergeWords, settings, erasures, openingWords] = await Promise.all([
    query
      .selectFrom('membership')
      .innerJoin('team', 'team.id', 'membership.team_id')
      .select(['team.name as team', 'membership.from_at', 'membership.until_at'])
      .where('account_id', '=', account)
      .orderBy('membership.from_at')
      .execute(),
    query.selectFrom('claim').select(['id', 'spelling', 'made_at']).where('account_id', '=', account).orderBy('made_at').execute(),
    query.selectFrom('claim_word').select(['says', 'said_at']).where('by_account', '=', account).orderBy('said_at').execute(),
    query.selectFrom('identity_merge').select(['kind', 'made_at']).where('made_by', '=', account).orderBy('made_at').execute(),
    query.selectFrom('merge_word').select(['says', 'said_at']).where('by_account', '=', account).orderBy('said_at').execute(),
    query.selectFrom('team_setting').select(['key', 'reason', 'from_at']).where('by_account', '=', account).orderBy('from_at').execute(),
    query.selectFrom('erasure').select(['asked_at', 'confirmed_at']).where('account_id', '=', account).orderBy('asked_at').execute(),
    query.selectFrom('opening_word').select(['says', 'at']).where('by_account', '=', account).orderBy('at').execute(),
  ]);
  return { memberships, claims, claimWords, proposals, mergeWords, settings, erasures, openingWords };
}

/** Notes and words on findings, also on such as no longer hold; oldest first. */
export async function findingWordsBy(query: Reading, account: string) {
  return await query
    .selectFrom('finding_word')
    .innerJoin('finding', 'finding.id', 'finding_word.finding_id')
    .select(['finding.area_name', 'finding_word.kind', 'finding_word.said', 'finding_word.at'])
    .where('finding_word.by_account', '=', account)
    .orderBy('finding_word.at')
    .execute();
}
