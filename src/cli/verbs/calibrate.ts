import { join, resolve } from 'node:path';
import { readDataFile } from '#app/actions/evaluation/read-data-file.ts';
import { namedConfiguration, workTreeConfiguration } from '#app/configuration/configuration-text.ts';
import { setJudgement } from '#app/configuration/set-judgement.ts';
import { answerCalibrate, type CalibrateValue, refuseOtherColumns } from '#app/questions/calibration.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { refusal } from '#core/terms/refusals.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { gather } from '#cli/asking/gather.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { writeFile } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import { flagOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

/** Says what a team's own answers would change; writes it into the configuration, or takes it out again, only when asked to. */
export async function runCalibrate(run: Run): Promise<number> {
  if (flagOption(run.options, 'undo')) return await undo(run);
  const { name, text } = readDataFile(resolve(run.door.cwd, oneArgument(run)));
  refuseOtherColumns(name, text);
  const gathered = await gather(run);
  // The model as shipped is what is corrected, whatever an earlier correction says.
  const { knowledgeShift, knowledgeSlope } = DEFAULT_SETTINGS;
  const world = { ...gathered.world, settings: { ...gathered.world.settings, knowledgeShift, knowledgeSlope } };
  const answer = answerCalibrate(world, text);
  // It rests on what people say of themselves, so only somebody alone with their own repository asks for it.
  writeAnswer(release(answer, allow(world.viewer, { question: 'calibrate' })), run);
  if (answer.value.correction === null) return EXIT.unjudged;
  tellNext(run, gathered, answer.value);
  return EXIT.fine;
}

function tellNext(run: Run, gathered: Gathered, { correction, better }: CalibrateValue): void {
  const { err } = run.door;
  if (!better) {
    if (flagOption(run.options, 'write')) err.write('Nothing was written: the model as shipped is as good.\n');
    return;
  }
  const values = { 'knowledge-shift': correction!.shift, 'knowledge-slope': correction!.slope };
  if (flagOption(run.options, 'write')) {
    const { path, text } = placeOf(run, gathered);
    writeFile(path, setJudgement(text, values));
    err.write(`Wrote ${path}. Every verb judges by it from now on; take it out again with: understudy calibrate --undo\n`);
  } else {
    const lines = Object.entries(values).map(([key, value]) => `  ${key}: ${value}`);
    err.write(`Nothing was changed. Add --write, or put this into understudy.yaml:\njudgement:\n${lines.join('\n')}\n`);
  }
}

async function undo(run: Run): Promise<number> {
  if (run.args.length > 0) throw refusal('bad-combination', { one: '--undo', other: run.args[0]! });
  const { path, text } = placeOf(run, await gather(run));
  if (!text.includes('knowledge-')) {
    run.door.err.write('There is no correction to take out: the model as shipped judges.\n');
    return EXIT.fine;
  }
  writeFile(path, setJudgement(text, { 'knowledge-shift': undefined, 'knowledge-slope': undefined }));
  run.door.err.write(`Wrote ${path} without a correction: the model as shipped judges again.\n`);
  return EXIT.fine;
}

/** The configuration that holds: the one named, the one in the work tree, or a new one there. */
function placeOf({ common, door }: Run, { repositories }: Gathered): { readonly path: string; readonly text: string } {
  if (common.config !== undefined) {
    const path = resolve(door.cwd, common.config);
    return { path, text: namedConfiguration(path).text };
  }
  const { workTree, path } = repositories[0]!.facts;
  if (workTree === '' || repositories.length > 1)
    throw refusal('cannot-write', { path, reason: 'there is no one work tree; name a file with `--config FILE`' });
  const found = workTreeConfiguration(workTree);
  return { path: join(workTree, found?.place ?? 'understudy.yaml'), text: found?.text ?? '' };
}
