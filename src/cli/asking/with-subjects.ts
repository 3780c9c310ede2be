import type { Answer } from '#core/terms/answer.ts';
import { pathsOf } from '#cli/options/paths-of.ts';
import type { Run } from '#cli/verb.ts';

/** Where people read the evidence, each commit says its subject; looked up only then, because most answers are never opened. */
export async function withSubjects<A extends Answer>(answer: A, run: Run): Promise<A> {
  const { explain, format } = run.common;
  if (!explain || format !== 'text') return answer;
  const hashes = answer.because.flatMap(({ evidence }) =>
    evidence.flatMap((ref) => (ref.kind === 'commit' && ref.note === undefined ? [ref.ref] : [])),
  );
  if (hashes.length === 0) return answer;
  const { describeCommits } = await import('#app/actions/look-into-repository.ts');
  const found = await Promise.all(pathsOf(run).map(async (path) => await describeCommits(path, [...new Set(hashes)], run.door.signal)));
  const subjects = new Map(found.flatMap((one) => [...one]));
  const because = answer.because.map((one) => ({ ...one, evidence: one.evidence.map((ref) => noted(ref, subjects)) }));
  return { ...answer, because };
}

function noted(ref: Answer['because'][number]['evidence'][number], subjects: ReadonlyMap<string, string>) {
  const subject = subjects.get(ref.ref);
  return subject === undefined ? ref : { ...ref, note: subject };
}
