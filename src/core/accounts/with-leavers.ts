import type { Moment } from '#core/terms/moment.ts';
import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';

/** Somebody who has left for good, by the spellings that were confirmed to be theirs. */
export interface Leaver {
  readonly spellings: readonly string[];
  readonly from: Moment;
}

/**
 * The same evidence, knowing who has left. Silence alone would believe for months that they may still be here. Who left after
 * the newest commit counts as gone from that commit on: it is the moment that is judged.
 */
export function withLeavers(evidence: Evidence, leavers: readonly Leaver[], judgedAt: Moment): Evidence {
  if (leavers.length === 0) return evidence;
  const people = evidence.people.map((person) => {
    const meant = leavers.filter(({ spellings }) => spellings.some((spelling) => isSpelling(person, spelling)));
    return meant.length === 0 ? person : { ...person, leftAt: Math.min(judgedAt, ...meant.map(({ from }) => from)) };
  });
  return { ...evidence, people };
}

/** `Name <e-mail>` or an e-mail address. */
function isSpelling({ kind, emails, names }: PersonRecord, spelling: string): boolean {
  const both = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(spelling.toLowerCase());
  const [name, email] = [both?.[1] ?? '', both?.[2] ?? spelling.toLowerCase()];
  if (kind !== 'human' || !emails.some((one) => one.toLowerCase() === email)) return false;
  return name === '' || names.some((one) => one.toLowerCase() === name);
}
