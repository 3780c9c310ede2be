import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { onTestFinished } from 'vitest';

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
}

const SCOPE = 'openid email profile';

/** A certified OpenID provider on this machine, whose people sign in and agree by themselves. */
export async function startProvider(redirectUri: string, person: ProviderPerson): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const running: RunningProvider = { issuer, clientId: 'understudy', clientSecret: 'invented-secret-of-a-test', person };
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
    if (request.url!.startsWith('/interaction/')) void agree(provider, running, { request, response });
    else void provider.callback()(request, response);
  });
  return running;
}

async function agree(
  provider: Provider,
  { person, clientId }: RunningProvider,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const { prompt, session } = await provider.interactionDetails(request, response);
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
