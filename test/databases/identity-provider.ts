import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who signs in at the provider next, and what it says of them. */
export interface ProviderPerson {
  readonly subject: string;
  readonly email: string;
  readonly verified: boolean;
}

export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  person: ProviderPerson;
  readonly stop: () => void;
}

/** For browsers: https, and a page of its own where somebody says who they are. */
export interface ForBrowsers {
  readonly cert: string;
  readonly key: string;
}

const SCOPE = 'openid email profile';

/** A certified OpenID provider on this machine, whose people agree by themselves, and sign in so too where no browser asks. */
export async function startProvider(redirectUri: string, person: ProviderPerson, tls?: ForBrowsers): Promise<RunningProvider> {
  const server = tls === undefined ? createServer() : createSecureServer(tls);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  const running: RunningProvider = { issuer, clientId: 'understudy', clientSecret: 'invented-secret-of-a-test', person, stop };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: running.clientId,
        client_secret: running.clientSecret,
        redirect_uris: [redirectUri],
        application_type: 'native',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['invented'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: running.person.email, email_verified: running.person.verified }),
    }),
  });
  server.on('request', (request, response) => {
    if (!request.url!.startsWith('/interaction/')) void provider.callback()(request, response);
    else void agree(provider, running, { request, response, asks: tls !== undefined });
  });
  return running;
}

const PAGE =
  '<!doctype html><html lang="en"><title>Provider</title><main><h1>The company</h1><form method="post"><button>It is me</button></form></main>';

async function agree(
  provider: Provider,
  { person, clientId }: RunningProvider,
  { request, response, asks }: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly asks: boolean },
): Promise<void> {
  const { prompt, session } = await provider.interactionDetails(request, response);
  if (asks && prompt.name === 'login' && request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(PAGE);
  if (prompt.name === 'login') return await provider.interactionFinished(request, response, { login: { accountId: person.subject } });
  const grant = new provider.Grant({ accountId: session!.accountId, clientId });
  grant.addOIDCScope(SCOPE);
  const result = { consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

/** A browser that follows wherever it is sent, with its cookies, until it would come back to `home`. */
export async function walkThrough(address: string, home: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let steps = 0; steps < 20 && !at.startsWith(home); steps++) {
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const next = reply.headers.get('location');
    if (next === null) throw new Error(`the provider said ${reply.status}: ${await reply.text()}`);
    at = new URL(next, at).href;
  }
  return at;
}
