import { join, resolve } from 'node:path';
import type { CheckValue } from '#core/answers/check.ts';
import { writeSarif } from '#core/report/sarif.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { refusal } from '#core/terms/refusals.ts';
import { EXIT } from '#cli/exit.ts';
import { gather } from '#cli/asking/gather.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { flagOption, textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { version } from '#cli/version.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { writeFile, writeOut } from '#cli/asking/write-out.ts';

const USUAL_BASELINE = 'understudy.baseline.json';

/** Holds the repository to its thresholds; or, asked to, remembers what holds now. */
export async function runCheck(run: Run): Promise<number> {
  const gathered = await gather(run);
  return flagOption(run.options, 'writeBaseline') ? await rememberNow(run, gathered) : await holdTo(run, gathered);
}

async function holdTo(run: Run, gathered: Gathered): Promise<number> {
  const { answerCheck } = await import('#core/answers/check.ts');
  const said = gathered.configuration.check ?? {};
  const ratchet = flagOption(run.options, 'ratchet') || said.ratchet === true || textOption(run.options, 'baseline') !== undefined;
  const { readBaseline } = await import('#app/configuration/read-baseline.ts');
  const baseline = ratchet ? readBaseline(baselinePath(run, gathered)) : undefined;
  const input = {
    northStar: said['north-star'],
    areasThatStop: said['areas-that-stop'],
    absenceFactor: said['absence-factor'],
    notUnderstood: said['not-understood'],
    baseline,
  };
  if (Object.values(input).every((one) => one === undefined)) throw refusal('nothing-to-check', {});
  const permit = allow(gathered.world.viewer, { question: 'check', input });
  const answer = release(answerCheck(gathered.world, input), permit);
  print(answer, run);
  return { passed: EXIT.fine, crossed: EXIT.crossed, 'not enough evidence': EXIT.unjudged }[answer.value.outcome];
}

async function rememberNow(run: Run, gathered: Gathered): Promise<number> {
  const { baselineOf } = await import('#core/world/baseline.ts');
  const path = baselinePath(run, gathered);
  const baseline = baselineOf(gathered.world);
  if (baseline.northStar === null) return EXIT.unjudged;
  writeFile(path, `${JSON.stringify(baseline, null, 2)}\n`);
  run.door.err.write(
    `Wrote ${path}: what holds as of ${baseline.at.slice(0, 10)}. Commit it, and understudy check --ratchet fails when an area gets worse.\n`,
  );
  return EXIT.fine;
}

/** Named on the command line, else in the configuration, else beside the configuration. */
function baselinePath({ options, door }: Run, { configuration, repositories }: Gathered): string {
  const named = textOption(options, 'baseline');
  if (named !== undefined) return resolve(door.cwd, named);
  const place = repositories.length === 1 && repositories[0]!.facts.workTree !== '' ? repositories[0]!.facts.workTree : door.cwd;
  return join(place, configuration.check?.baseline ?? USUAL_BASELINE);
}

function print(answer: Released<Answer<CheckValue>>, run: Run): void {
  if (run.common.format === 'sarif') writeOut(writeSarif(answer, { version: version() }), run);
  else writeAnswer(answer, run);
}
