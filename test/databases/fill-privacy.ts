import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import type { Database } from '#store/database/database.ts';
import { NOW } from './on-both-engines.ts';

/** Rows in every table of privacy. */
export async function fillPrivacy(database: Database): Promise<void> {
  const who = { by: 'ana', now: NOW, loopback: true };
  await changeSettings(database, { mode: 'council', reason: 'As agreed with the works council \u{1F600}.', purpose: 'acknowledged' }, who);
  const asked = { question: 'away', input: { who: ['bo@shop.example'] } };
  await new AccessLog(database, () => NOW).around({ by: 'ana', viewer: { mode: 'team' }, asked }, async () => null);
}
