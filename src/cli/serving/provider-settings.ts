import { readFileSync } from 'node:fs';
import { Provider } from '#app/actions/signing-in/provider-sign-in.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Run } from '#cli/verb.ts';

/** The provider of OpenID Connect that the environment describes; null where it describes none. */
export function providerSettings({ door: { env } }: Run): Provider | null {
  const [issuer, clientId, file] = [
    env['UNDERSTUDY_OIDC_ISSUER'],
    env['UNDERSTUDY_OIDC_CLIENT_ID'],
    env['UNDERSTUDY_OIDC_CLIENT_SECRET_FILE'],
  ];
  if (!issuer && !clientId && !file) return null;
  if (!issuer || !clientId || !file || !URL.canParse(issuer)) throw refusal('provider-missing', {});
  return new Provider({ issuer, clientId, clientSecret: secretIn(file) });
}

/** From a file and never from the environment itself, which other processes and reports may show. */
function secretIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (problem) {
    throw refusal('path-unreadable', { path, reason: (problem as NodeJS.ErrnoException).code ?? 'it cannot be read' });
  }
}
