import * as oidc from 'openid-client';
import { refusal } from '#core/terms/refusals.ts';
import { accountById, accountOfEmail, changeAccount, holdAccount } from '#store/accounts/accounts.ts';
import { newSecret, secretDigest } from '#store/accounts/secret-digest.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { beginCeremony, endCeremony } from '#store/signing-in/ceremonies.ts';
import { accountOfLogin, linkLogin } from '#store/signing-in/provider-logins.ts';
import { openSession } from './open-session.ts';
import type { Knock, OpenedSession } from './open-session.ts';

/** A provider of OpenID Connect, as whoever runs the server describes it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Only for a provider on this very machine, in tests. */
  readonly insecure?: boolean;
}

const LASTS = 10 * 60_000;
const SCOPE = 'openid email profile';
/** Milliseconds in which a provider has to answer. */
const PATIENCE = 10_000;

interface Half {
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** A provider to sign in with: code flow with PKCE, state and nonce, each used once. */
export class Provider {
  readonly #settings: ProviderSettings;
  #found: Promise<oidc.Configuration> | undefined;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  /** Where to send somebody, and what must come back with them in a cookie. */
  async begin(database: Database, redirectUri: string, now: number): Promise<{ readonly address: string; readonly secret: string }> {
    const configuration = await this.#configuration();
    const half: Half = { redirectUri, verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
    const secret = newSecret();
    const row = { hash: secretDigest(secret), kind: 'provider' as const, account_id: null, content: JSON.stringify(half) };
    await database.write(async (query) => await beginCeremony(query, { ...row, expires_at: now + LASTS, now }));
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      code_challenge: await oidc.calculatePKCECodeChallenge(half.verifier),
      code_challenge_method: 'S256',
      state: half.state,
      nonce: half.nonce,
    });
    return { address: address.href, secret };
  }

  /** Whoever comes back with a code is let in, if an account is theirs. `query`: everything after the question mark. */
  async finish(database: Database, back: Knock & { readonly secret: string; readonly query: string }): Promise<OpenedSession> {
    const { secret, query: search, ...knock } = back;
    const found = await database.write(
      async (query) => await endCeremony(query, { hash: secretDigest(secret), kind: 'provider', now: knock.now }),
    );
    if (found === undefined) throw refusal('provider-refused', { reason: 'it was not begun here, or took too long' });
    const person = await this.#personOf(JSON.parse(found.content) as Half, search);
    return await database.write(async (query) => {
      const id = await accountOf(query, person, knock.now);
      if ((await holdAccount(query, id))?.state !== 'active')
        throw refusal('provider-refused', { reason: 'there is no account for this login' });
      return await openSession(query, id, { ...knock, how: 'provider' });
    });
  }

  async #personOf({ redirectUri, verifier, state, nonce }: Half, search: string): Promise<Login> {
    const configuration = await this.#configuration();
    const address = new URL(redirectUri);
    address.search = search;
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, address, checks).catch(asRefusal);
    const { iss: issuer, sub: subject } = tokens.claims()!;
    const facts = await oidc.fetchUserInfo(configuration, tokens.access_token, subject).catch(asRefusal);
    const email =
      facts.email_verified === true && typeof facts.email === 'string' ? facts.email.normalize('NFC').trim().toLowerCase() : null;
    return { issuer, subject, email };
  }

  async #configuration(): Promise<oidc.Configuration> {
    this.#found ??= discovered(this.#settings);
    this.#found.catch(() => (this.#found = undefined));
    return await this.#found;
  }
}

async function discovered({ issuer, clientId, clientSecret, insecure = false }: ProviderSettings): Promise<oidc.Configuration> {
  const options = { timeout: PATIENCE / 1000, ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}) };
  return await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options).catch(asRefusal);
}

/** What a provider says is not shown: it may be anything. The kind of the problem is enough to look it up. */
function asRefusal(problem: unknown): never {
  const { code, cause } = problem as { readonly code?: string; readonly cause?: { readonly code?: string } };
  throw refusal('provider-refused', {
    reason: `the provider or its answer is not as it must be (${code ?? cause?.code ?? 'unreachable'})`,
  });
}

interface Login {
  readonly issuer: string;
  readonly subject: string;
  /** Null where the provider does not vouch for it. */
  readonly email: string | null;
}

/** By the login itself, once linked; before that by an address that the provider vouches for, of somebody who was invited. */
async function accountOf(query: Writing, { issuer, subject, email }: Login, now: number): Promise<string> {
  const linked = await accountOfLogin(query, { issuer, subject });
  const account = linked === undefined ? await invited(query, email) : await accountById(query, linked);
  if (account === undefined) throw refusal('provider-refused', { reason: 'there is no account for this login' });
  if (linked === undefined) await linkLogin(query, { issuer, subject, account_id: account.id, made_at: now });
  if (email !== null && account.email === email && account.email_from === 'self')
    await changeAccount(query, account.id, { email_from: 'provider' });
  return account.id;
}

async function invited(query: Writing, email: string | null) {
  if (email === null) throw refusal('provider-refused', { reason: 'the provider does not vouch for the e-mail address' });
  return await accountOfEmail(query, email);
}
