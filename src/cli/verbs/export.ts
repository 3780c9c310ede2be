import { writeBadgeEndpoint, writeBadgeSvg } from '#core/report/badge.ts';
import { writeJson } from '#core/report/json.ts';
import type { World } from '#core/world/world.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { refusal } from '#core/terms/refusals.ts';
import { EXIT } from '#cli/exit.ts';
import { toldBeside } from '#cli/beyond/told-beside.ts';
import { gather } from '#cli/asking/gather.ts';
import type { Run } from '#cli/verb.ts';
import { writeOut } from '#cli/asking/write-out.ts';

/** A badge, or every answer that names nobody as one JSON line each. */
export async function runExport(run: Run): Promise<number> {
  const { format } = run.common;
  if (format === 'csv' || format === 'md') throw refusal('bad-combination', { one: 'export', other: `--${format}` });
  const { world } = await gather(run);
  const { answerOverview } = await import('#core/answers/overview.ts');
  const overview = await released(run, world, answerOverview(world));
  const { northStar } = overview.value;
  if (format === 'svg') writeOut(writeBadgeSvg(northStar), run);
  else if (format === 'shields') writeOut(writeBadgeEndpoint(northStar), run);
  else writeOut([overview, ...(await otherAnswers(run, world))].map((answer) => writeJson(answer, 0)).join(''), run);
  return northStar === null ? EXIT.unjudged : EXIT.fine;
}

async function otherAnswers(run: Run, world: World): Promise<readonly Released[]> {
  const [{ answerAreas }, { answerMap }] = await Promise.all([import('#core/answers/areas.ts'), import('#core/answers/map.ts')]);
  return [await released(run, world, answerAreas(world)), await released(run, world, answerMap(world))];
}

async function released<A extends Answer>(run: Run, { viewer }: World, answer: A): Promise<Released<A>> {
  const question = /^understudy\/([a-z-]+)\//.exec(answer.schema)![1]!;
  return release(await toldBeside(run, answer), allow(viewer, { question }));
}
