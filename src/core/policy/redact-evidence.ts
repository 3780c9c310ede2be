import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import { housesOf } from './houses-of.ts';
import { maySeeNames } from './name-person.ts';
import type { Viewer } from './viewer.ts';

/**
 * The same evidence for somebody who may not see names: people become `person 7`, without addresses, other spellings or
 * records of merges. A pseudonym holds within one answer and says nothing across answers. Who shares a house stays, as a number.
 */
export function redactEvidence(evidence: Evidence, viewer: Viewer): Evidence {
  if (maySeeNames(viewer)) return evidence;
  const houses = housesOf(evidence);
  return { ...evidence, people: evidence.people.map((person, row) => ({ ...pseudonym(person, row), houses: houses[row]! })), merges: [] };
}

function pseudonym({ kind, leftAt }: PersonRecord, row: number): PersonRecord {
  const name = kind === 'human' ? `person ${row + 1}` : kind === 'bot' ? `bot ${row + 1}` : `AI agent ${row + 1}`;
  return { name, emails: [], names: [], kind, ...(leftAt === undefined ? {} : { leftAt }) };
}
