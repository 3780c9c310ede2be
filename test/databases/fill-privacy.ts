import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { askErasure, forgetMarks } from '#store/privacy/forgotten.ts';
import { keepFindingWord, keepFindings } from '#store/privacy/findings.ts';
import { keepFrom } from '#store/privacy/kept-from.ts';
import { addOpening, sayOfOpening } from '#store/privacy/openings.ts';
import { keepPastTally } from '#store/privacy/past-tally.ts';
import type { Database } from '#store/database/database.ts';
import { NOW } from './on-both-engines.ts';

/** Rows in every table of privacy; the source `a` is there. */
export async function fillPrivacy(database: Database): Promise<void> {
  const who = { by: 'ana', now: NOW, loopback: true };
  await changeSettings(database, { mode: 'council', reason: 'As agreed with the works council \u{1F600}.', purpose: 'acknowledged' }, who);
  const asked = { question: 'away', input: { who: ['bo@shop.example'] } };
  await database.write(async (query) => {
    const found = [{ area: 'src', name: 'src/', marks: ['a mark'] }];
    await keepFindings(query, { sourceId: 'a', found, now: NOW, othersFrom: NOW + 1 });
    const { id } = await query.selectFrom('finding').select('id').executeTakeFirstOrThrow();
    await forgetMarks(query, { marks: ['another mark'], how: 'left', pseudonym: 'k3', now: NOW });
    const { id: account } = await query.selectFrom('account').select('id').orderBy('id').executeTakeFirstOrThrow();
    await askErasure(query, { account, marks: ['a mark'], now: NOW });
    await keepFrom(query, 1);
    const asked = { id: 'an opening', sourceId: 'a', askedBy: 'ana', askedAt: NOW / 1000, hours: 4, reason: 'Näh \u{1F600}' };
    await addOpening(query, { ...asked, areas: [{ area: 'src', name: 'src/' }], marks: ['a mark'] });
    await sayOfOpening(query, { opening_id: 'an opening', by_account: 'cem', says: 'yes', at: NOW });
    await keepFindingWord(query, { finding_id: id, by_account: 'ana', kind: 'note', said: 'Näh \u{1F600}', at: NOW });
  });
  const areas = [{ area: 'src', name: 'src/', spans: [{ from: '2020-01', to: '2020-02', acts: 7 }], waitsFrom: '2020-03' }];
  await keepPastTally(database, 'a', { from: undefined, tally: { before: '2020-03', areas } });
  await new AccessLog(database, () => NOW).around({ by: 'ana', viewer: { mode: 'team' }, asked }, async () => null);
}
