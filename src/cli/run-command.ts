import { commonOptions, lookOf } from '#cli/options/common-options.ts';
import type { Door } from './door.ts';
import { EXIT } from './exit.ts';
import { failureOf } from './failure.ts';
import { helpText, verbHelp } from './help.ts';
import { type CommandLine, parseCommandLine } from './parse-command-line.ts';
import { Later } from './verb.ts';
import { version } from './version.ts';

/** One command line from first word to exit code; whatever goes wrong is told here and nowhere else. */
export async function runCommand(argv: readonly string[], door: Door): Promise<number> {
  let verb = 'none';
  try {
    const line = parseCommandLine(argv, door.cwd);
    if (line.kind === 'run') verb = line.verb.name;
    return await perform(line, door);
  } catch (problem) {
    const platform = `Node ${process.versions.node} · ${process.platform}-${process.arch}`;
    const failure = failureOf(problem, { verb, version: version(), platform, json: argv.includes('--json') });
    door.err.write(failure.text);
    return failure.code;
  }
}

async function perform(line: CommandLine, door: Door): Promise<number> {
  if (line.kind === 'version') return printed(`${version()}\n`, door);
  if (line.kind === 'help') return printed(line.verb ? verbHelp(line.verb, lookOf({}, door)) : helpText(lookOf({}, door)), door);
  const { verb, args, options } = line;
  const common = commonOptions({ verb, args, options, door });
  const [run, { Openings }] = await Promise.all([verb.load(), import('#app/actions/openings.ts')]);
  const later = new Later();
  try {
    return await run({ verb, door, args, options, common, openings: new Openings(), later });
  } finally {
    if (!door.signal.aborted) later.doNow();
  }
}

function printed(text: string, door: Door): number {
  door.out.write(text);
  return EXIT.fine;
}
