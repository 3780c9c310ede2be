import type { VerdictCounts } from '#core/answers/areas.ts';
import { ask } from '#cli/asking/ask.ts';
import { DAYS, numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runAreas(run: Run): Promise<number> {
  const absenceDays = numberOption(run.options, 'days', DAYS);
  return await ask(run, {
    name: 'areas',
    wishes: { absenceDays },
    answer: async ({ world }) => (await import('#core/answers/areas.ts')).answerAreas(world),
    enough: ({ value }) => judgedOf(value) > 0,
  });
}

function judgedOf({ moves, degrades, stops }: VerdictCounts): number {
  return moves + degrades + stops;
}
