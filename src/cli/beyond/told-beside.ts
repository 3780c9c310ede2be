import type { Answer } from '#core/terms/answer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { asTold } from '#core/board/as-told.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';

/** An answer of what git tells, without lines that sources beyond it have made untrue. Where those cannot be reached, it stands alone. */
export async function toldBeside<A extends Answer>(run: Run, answer: A): Promise<A> {
  const { linesClosedAt } = await import('#app/questions/beyond/told-beyond.ts');
  const closed = await linesClosedAt({ place: teamPlaceOf(run).database, now: run.door.now }).catch(unreached);
  return asTold(answer, closed);
}

function unreached(problem: unknown): readonly string[] {
  if (problem instanceof Refusal) return [];
  throw problem;
}
