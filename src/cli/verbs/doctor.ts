import { ask } from '#cli/asking/ask.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runDoctor(run: Run): Promise<number> {
  return await ask(run, {
    name: 'doctor',
    keeps: false,
    answer: async ({ world, repositories }) => {
      const { answerDoctor } = await import('#core/answers/doctor.ts');
      const { familiesToldAt } = await import('#app/questions/beyond/told-beyond.ts');
      const told = await familiesToldAt({ place: placeToRead(run), now: run.door.now });
      const facts = repositories.map((repository) => repository.facts);
      return answerDoctor(world, { texts: facts.map((f) => f.texts), notes: facts.map((f) => f.notes), now: run.door.now() / 1000, told });
    },
  });
}
