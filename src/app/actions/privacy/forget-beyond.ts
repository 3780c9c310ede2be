import type { FactFamily } from '#core/facts/fact-kinds.ts';
import { TERM_OF_FAMILY } from '#core/facts/fact-terms.ts';
import type { Retained } from '#core/retention/retention-terms.ts';
import { DAY } from '#core/terms/moment.ts';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { forgetInDeliveries } from '#store/connections/forget-in-deliveries.ts';
import type { Database } from '#store/database/database.ts';
import { endDeliveries, endFacts } from '#store/facts/end-facts.ts';
import { forgetHandles, wordsOfForgotten } from '#store/facts/forget-handles.ts';
import { forgetJoinWords } from '#store/people/forget-join-words.ts';

const SECOND = 1000;

/**
 * Takes whoever is forgotten out of what sources beyond git delivered, and then out of what they told: killed in between, the next round still
 * finds by which words they were called.
 */
export async function forgetBeyond(database: Database, now: number): Promise<void> {
  await forgetInDeliveries(database, await wordsOfForgotten(database));
  await forgetHandles(database, now);
  await forgetJoinWords(database);
}

/** What those sources told of somebody, and delivered, ends with its term. */
export async function endBeyond(database: Database, terms: Readonly<Record<Retained, number>>, now: number): Promise<void> {
  const families = Object.keys(TERM_OF_FAMILY) as readonly FactFamily[];
  const chats = CONNECTORS.filter(({ gives }) => gives.includes('chat')).map(({ kind }) => kind);
  const before = (term: Retained): number => now - terms[term] * DAY * SECOND;
  for (const term of ['evidence', 'events', 'messages'] as const) {
    const ended = families.filter((family) => TERM_OF_FAMILY[family] === term);
    await database.write(async (query) => await endFacts(query, ended, Math.floor(before(term) / SECOND)));
  }
  await database.write(async (query) => await endDeliveries(query, { before: before('messages'), kinds: chats, but: false }));
  await database.write(async (query) => await endDeliveries(query, { before: before('events'), kinds: chats, but: true }));
}
