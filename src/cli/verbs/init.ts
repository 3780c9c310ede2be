import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { EXIT } from '#cli/exit.ts';
import { gather } from '#cli/asking/gather.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { flagOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { writeFile } from '#cli/asking/write-out.ts';

/** Measures the repository and writes the configuration that holds today; `--output -` only prints it. */
export async function runInit(run: Run): Promise<number> {
  const { door } = run;
  const gathered = await gather(run);
  const { measure } = await import('#core/world/measure.ts');
  const { writeConfiguration } = await import('#app/configuration/write-configuration.ts');
  const measured = measure(gathered.world);
  const text = writeConfiguration(measured);
  const path = placeOf(run, gathered);
  if (path === undefined) door.out.write(text);
  else {
    if (existsSync(path) && !flagOption(run.options, 'force')) throw refusal('configuration-exists', { path });
    writeFile(path, text);
    door.err.write(`Wrote ${path}: thresholds that hold as of ${measured.at}. Next: understudy check\n`);
  }
  return measured.northStar === null ? EXIT.unjudged : EXIT.fine;
}

/** The top of the work tree, unless --output says otherwise; a bare repository has no place of its own: then it is printed. */
function placeOf({ common, door }: Run, { repositories }: Gathered): string | undefined {
  if (common.output === '-') return undefined;
  if (common.output !== undefined) return resolve(door.cwd, common.output);
  const { workTree } = repositories[0]!.facts;
  return workTree === '' || repositories.length > 1 ? undefined : join(workTree, 'understudy.yaml');
}
