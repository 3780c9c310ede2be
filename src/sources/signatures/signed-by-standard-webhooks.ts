import type { Moment } from '#core/terms/moment.ts';
import type { Delivery } from '#sources/connecting/connector.ts';
import { recentSeconds } from './recent-seconds.ts';
import { headerOf, isSigned } from './same-bytes.ts';

/** A secret is base64 behind this, or bare base64. */
const PREFIX = 'whsec_';

/**
 * Standard Webhooks 1.0 (incident.io by way of Svix, GitLab's signing token): `{id}.{moment}.{body}`, one or several `v1,<base64>`
 * behind spaces, and the moment within five minutes.
 */
export function signedByStandardWebhooks({ headers, body }: Delivery, secrets: readonly string[], now: Moment): boolean {
  const id = headerOf(headers, 'webhook-id');
  const sent = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (id === undefined || sent === undefined || signatures === undefined || !recentSeconds(sent, now)) return false;
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? fromBase64(one.slice(3)) : []));
  return given.length > 0 && isSigned(secrets.flatMap(keyOf), [`${id}.${sent}.`, body], given);
}

function keyOf(secret: string): readonly Uint8Array[] {
  return fromBase64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret);
}

/** None where it is not base64: Node would skip what it does not know, and make a key out of the rest. */
function fromBase64(text: string): readonly Uint8Array[] {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? [Buffer.from(text, 'base64')] : [];
}
