import type { Moment } from '#core/terms/moment.ts';
import type { Delivery } from '#sources/connecting/connector.ts';
import { recentSeconds } from './recent-seconds.ts';
import { headerOf, isSigned } from './same-bytes.ts';
import { fromHex } from './signed-by-hex.ts';

/** Slack, version 0: `v0:{moment}:{body}`, and the moment not older than five minutes. */
export function signedBySlack({ headers, body }: Delivery, secrets: readonly string[], now: Moment): boolean {
  const sent = headerOf(headers, 'x-slack-request-timestamp');
  const signature = headerOf(headers, 'x-slack-signature');
  if (sent === undefined || signature === undefined || !recentSeconds(sent, now)) return false;
  const given = fromHex(signature, 'v0=');
  return given.length > 0 && isSigned(secrets, [`v0:${sent}:`, body], given);
}
