import type { Delivery } from '#sources/connecting/connector.ts';
import { headerOf, sameText } from './same-bytes.ts';

/** The secret itself in a header, as older GitLab sends it. */
export function carriesToken(header: string): (delivery: Delivery, secrets: readonly string[]) => boolean {
  return ({ headers }, secrets) => {
    const given = headerOf(headers, header);
    return given !== undefined && isOneOf(secrets, [given]);
  };
}

/** `Authorization: Bearer SECRET`, or `Basic` with the secret as `name:password` or as the password alone: all that Alertmanager and Grafana can send. */
export function carriesAuthorization({ headers }: Delivery, secrets: readonly string[]): boolean {
  const [, scheme, given] = /^(bearer|basic) +(\S+)$/i.exec(headerOf(headers, 'authorization') ?? '') ?? [];
  if (scheme === undefined || given === undefined) return false;
  if (scheme.toLowerCase() === 'bearer') return isOneOf(secrets, [given]);
  const told = Buffer.from(given, 'base64').toString('utf8');
  const colon = told.indexOf(':');
  return colon >= 0 && isOneOf(secrets, [told, told.slice(colon + 1)]);
}

/** Every pair is compared, whatever was found before; an empty secret opens nothing. */
function isOneOf(secrets: readonly string[], given: readonly string[]): boolean {
  let found = false;
  for (const secret of secrets) for (const one of given) found = (secret !== '' && sameText(secret, one)) || found;
  return found;
}
