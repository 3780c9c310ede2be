import { identifyActors } from '#core/credit/identify-actors.ts';
import type { CleanOptions } from '#core/evidence/clean-options.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';
import { commitAt, restrictHistory } from '#core/evidence/restrict-history.ts';
import { traceFiles } from '#core/evidence/trace-files.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Who a spelling belonged to, as far as could be known at a moment. */
export interface IdentitiesThen {
  readonly personOf: (identity: number) => PersonId;
  readonly isHuman: (person: PersonId) => boolean;
}

/**
 * Spellings merged by the rules of core/identity over the history up to a moment. A spelling that turns up later belongs to whoever had its
 * address or its name; else it is somebody new. Merges that later commits would suggest are not seen.
 */
export function identitiesThen(history: RawHistory, moment: Moment, options: CleanOptions = {}): IdentitiesThen {
  const head = commitAt(history, moment);
  const { commits, identities } = history;
  const known = head === undefined ? { ...history, commits: { ...commits, count: 0 } } : restrictHistory(history, head);
  const actors = identifyActors([known], [traceFiles(known)], options);
  const rows = actors.rowOf[0]!;
  const byWord = new Map<string, PersonId>();
  const words = ({ name, email }: { name: string; email: string }): readonly string[] => [email.toLowerCase(), name].filter(Boolean);
  for (let row = actors.identities.length - 1; row >= 0; row--)
    for (const word of words(actors.identities[row]!)) byWord.set(word, actors.group[row]!);
  let strangers = actors.identities.length;
  const person = new Int32Array(identities.length).fill(-1);
  const find = (identity: number): PersonId => {
    const row = rows[identity]!;
    if (row !== NO_ROW) return actors.group[row]!;
    const own = words(identities[identity]!);
    const found = own.map((word) => byWord.get(word)).find((one) => one !== undefined) ?? strangers++;
    for (const word of own) if (!byWord.has(word)) byWord.set(word, found);
    return found;
  };
  return {
    personOf: (identity) => (person[identity]! < 0 ? (person[identity] = find(identity)) : person[identity]!),
    isHuman: (who) => (actors.kind[who] ?? 'human') === 'human' && actors.nobody[who] !== 1,
  };
}
