import * as webauthn from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server';
import { checkedName } from '#core/accounts/checked-words.ts';
import { refusal } from '#core/terms/refusals.ts';
import { accountById, holdAccount } from '#store/accounts/accounts.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database } from '#store/database/database.ts';
import { beginCeremony, endCeremony } from '#store/signing-in/ceremonies.ts';
import { addPasskey, notePasskey, passkeyById, passkeysOf, removePasskey } from '#store/signing-in/passkeys.ts';
import { openSession } from './open-session.ts';
import type { Knock, OpenedSession } from './open-session.ts';

/** For which site passkeys are: its name, and the addresses that its pages come from. */
export interface PasskeySite {
  readonly host: string;
  readonly origins: readonly string[];
}

const LASTS = 5 * 60_000;
const TITLE = 'Understudy';

export interface Begun<Options> {
  /** Comes back with the answer of the authenticator. */
  readonly ceremony: string;
  readonly options: Options;
}

/** The first half of adding a passkey to one's own account. */
export async function beginPasskey(
  database: Database,
  { account: id, site, now }: { readonly account: string; readonly site: PasskeySite; readonly now: number },
): Promise<Begun<webauthn.PublicKeyCredentialCreationOptionsJSON>> {
  const account = await accountById(database.query, id);
  if (account?.email == null) throw refusal('account-unknown', { account: id });
  const options = await webauthn.generateRegistrationOptions({
    rpName: TITLE,
    rpID: site.host,
    userName: account.email,
    userDisplayName: account.name,
    userID: new TextEncoder().encode(id),
    attestationType: 'none',
    excludeCredentials: (await passkeysOf(database.query, id)).map((passkey) => ({ id: passkey.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ceremony: await begun(database, { kind: 'new passkey', account: id, challenge: options.challenge, now }), options };
}

export interface NewPasskey {
  readonly account: string;
  readonly ceremony: string;
  readonly name: string;
  readonly response: RegistrationResponseJSON;
  readonly site: PasskeySite;
  readonly now: number;
}

/** The second half: what the authenticator made is kept. */
export async function addOwnPasskey(database: Database, { account, ceremony, name, response, site, now }: NewPasskey): Promise<string> {
  const half = await ended(database, { kind: 'new passkey', ceremony, now });
  if (half.account_id !== account) throw refusal('passkey-refused', { reason: 'it was begun by somebody else' });
  const verified = await webauthn
    .verifyRegistrationResponse({ response, expectedChallenge: half.content, ...expected(site), requireUserVerification: true })
    .catch(asRefusal);
  if (!verified.verified) throw refusal('passkey-refused', { reason: 'the authenticator did not prove itself' });
  const { credential } = verified.registrationInfo;
  const row = {
    id: credential.id,
    account_id: account,
    name: checkedName(name),
    public_key: credential.publicKey,
    counter: credential.counter,
    transports: JSON.stringify(credential.transports ?? []),
    made_at: now,
    used_at: null,
  };
  const added = await database.write(async (query) => {
    if ((await holdAccount(query, account))?.state !== 'active') throw refusal('account-unknown', { account });
    return await addPasskey(query, row);
  });
  if (!added) throw refusal('passkey-refused', { reason: 'it is known already' });
  return credential.id;
}

/** The first half of a sign-in: the same for everybody, so that it tells nothing about anybody. */
export async function beginPasskeySignIn(
  database: Database,
  { site, now }: { readonly site: PasskeySite; readonly now: number },
): Promise<Begun<webauthn.PublicKeyCredentialRequestOptionsJSON>> {
  const options = await webauthn.generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' });
  return { ceremony: await begun(database, { kind: 'passkey', account: null, challenge: options.challenge, now }), options };
}

export interface PasskeySignIn extends Knock {
  readonly ceremony: string;
  readonly response: AuthenticationResponseJSON;
  readonly site: PasskeySite;
}

/** The second half: whoever holds the key is let in. */
export async function signInWithPasskey(database: Database, { ceremony, response, site, ...knock }: PasskeySignIn): Promise<OpenedSession> {
  const half = await ended(database, { kind: 'passkey', ceremony, now: knock.now });
  const passkey = await passkeyById(database.query, response.id);
  if (passkey === undefined) throw refusal('passkey-refused', { reason: 'it is not known here' });
  const { id, counter, public_key, account_id, transports } = passkey;
  const credential = {
    id,
    counter,
    publicKey: Uint8Array.from(public_key),
    transports: JSON.parse(transports) as AuthenticatorTransport[],
  };
  const { verified, authenticationInfo } = await webauthn
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: half.content,
      ...expected(site),
      credential,
      requireUserVerification: true,
    })
    .catch(asRefusal);
  if (!verified) throw refusal('passkey-refused', { reason: 'the signature is not its own' });
  return await database.write(async (query) => {
    const isTheirs = (await holdAccount(query, account_id))?.state === 'active' && (await passkeyById(query, id))?.counter === counter;
    if (!isTheirs) throw refusal('passkey-refused', { reason: 'it is not known here' });
    await notePasskey(query, { id, counter: authenticationInfo.newCounter, used_at: knock.now });
    return await openSession(query, account_id, { ...knock, how: 'passkey' });
  });
}

export async function removeOwnPasskey(database: Database, account: string, id: string): Promise<void> {
  if (!(await database.write(async (query) => await removePasskey(query, account, id)))) throw refusal('not-there', {});
}

function expected({ host, origins }: PasskeySite) {
  return { expectedOrigin: [...origins], expectedRPID: host };
}

interface Beginning {
  readonly kind: 'new passkey' | 'passkey';
  readonly account: string | null;
  readonly challenge: string;
  readonly now: number;
}

async function begun(database: Database, { kind, account, challenge, now }: Beginning): Promise<string> {
  const ceremony = newSecret();
  const row = { hash: secretDigest(ceremony), kind, account_id: account, content: challenge, expires_at: now + LASTS, now };
  await database.write(async (query) => await beginCeremony(query, row));
  return ceremony;
}

async function ended(
  database: Database,
  { kind, ceremony, now }: { readonly kind: 'new passkey' | 'passkey'; readonly ceremony: string; readonly now: number },
) {
  const half = await database.write(async (query) => await endCeremony(query, { hash: secretDigest(ceremony), kind, now }));
  if (half === undefined) throw refusal('passkey-refused', { reason: 'it was not begun here, or took too long' });
  return half;
}

/** The library throws for whatever is wrong with an answer; its words speak of inner things. */
function asRefusal(): never {
  throw refusal('passkey-refused', { reason: 'the answer of the authenticator does not fit' });
}
