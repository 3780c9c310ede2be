import type { Answer, Because, EvidenceRef } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import type { Permit } from './allow.ts';

/**
 * The only way out for an answer. It must be the one that the permit was given for. Outside of solo no message of a commit
 * goes with it, and under a works agreement no commit at all: its hash names whoever made it to all who can read the history.
 */
export function release<A extends Answer>(answer: A, permit: Permit): Released<A> {
  const { question, viewer } = permit;
  if (!answer.schema.startsWith(`understudy/${question}/`)) throw new Error(`${answer.schema} was computed, ${question} was allowed`);
  if (viewer.mode === 'solo') return answer as Released<A>;
  const bare: A = { ...answer, because: answer.because.map((one) => withoutTraces(one, permit)) };
  return bare as Released<A>;
}

function withoutTraces(because: Because, { viewer }: Permit): Because {
  const kept = viewer.mode === 'council' ? because.evidence.filter(({ kind }) => kind !== 'commit') : because.evidence;
  return { ...because, evidence: kept.map(withoutMessage) };
}

function withoutMessage(reference: EvidenceRef): EvidenceRef {
  if (reference.kind !== 'commit') return reference;
  const { note: _, ...bare } = reference;
  return bare;
}
