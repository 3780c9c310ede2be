import { familiesToldAt } from '#app/questions/beyond/told-beyond.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import { answerFacets } from '#core/beyond/facets.ts';
import { hasCodeowners } from '#core/beyond/gates/has-codeowners.ts';
import { answerOwners, type OwnersBeheld } from '#core/beyond/owners.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { BeyondServed } from '#server/beyond/beyond-routes.ts';
import { beheldAsked } from './beheld-asked.ts';

/** So long a scene is taken for what was told; what is imported meanwhile shows then. */
const FRESH_MS = 60_000;

/** The same answers as `understudy facets` and `understudy owners`, for the page on this machine. The scene is built when somebody asks. */
export function beyondServed(run: Run, gathered: Gathered): BeyondServed {
  const { world, repositories } = gathered;
  const { now } = run.door;
  let built: { readonly at: number; readonly beheld: Promise<OwnersBeheld> } | undefined;
  const beheldNow = async (): Promise<OwnersBeheld> => {
    if (built === undefined || now() - built.at > FRESH_MS) built = { at: now(), beheld: beheldAsked(run, gathered) };
    // What failed is asked again by whoever comes next.
    return await built.beheld.catch((problem: unknown) => {
      built = undefined;
      throw problem;
    });
  };
  return {
    isTold: async () =>
      hasCodeowners(repositories.map(({ facts }) => facts.texts)) ||
      (await familiesToldAt({ place: teamPlaceOf(run).database, now })).size > 0,
    ask: async ({ question, input }) => {
      const permit = allow(world.viewer, { question, input });
      const stranger = question === 'owners' ? input.people.find((row) => row >= world.evidence.people.length) : undefined;
      if (stranger !== undefined) throw refusal('unknown-person', { name: `number ${stranger}`, hint: '' });
      const beheld = await beheldNow();
      return question === 'facets' ? release(answerFacets(beheld, input), permit) : release(answerOwners(beheld, input), permit);
    },
  };
}
