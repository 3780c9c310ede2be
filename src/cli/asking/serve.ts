import { dataPlace } from '#app/actions/data-place.ts';
import { describeCommits } from '#app/actions/look-into-repository.ts';
import { ownReportsOf } from '#app/questions/own-reports-of.ts';
import { refusal } from '#core/terms/refusals.ts';
import { startServer } from '#server/start-server.ts';
import { beyondServed } from '#cli/beyond/beyond-served.ts';
import { EXIT } from '#cli/exit.ts';
import { gather } from './gather.ts';
import type { Gathered } from './gathered.ts';
import { numberOption } from '#cli/options/read-options.ts';
import { whoAmI } from '#cli/options/who-am-i.ts';
import type { Run } from '#cli/verb.ts';

const USUAL_PORT = 4180;

/** Serves the page on this machine until Ctrl-C, which is the usual way to end it and therefore fine. */
export async function serveUntilStopped(run: Run, known: Gathered | undefined): Promise<number> {
  const port = portOf(run);
  const gathered = known ?? (await gather(run));
  const { world, repositories } = gathered;
  const paths = repositories.map((repository) => repository.facts.path);
  const keys = repositories.map((repository) => repository.facts.key);
  const me = await whoAmI(run).catch(() => undefined);
  // Before anybody asks: writing would hold them up.
  run.later.doNow();
  const beyond = beyondServed(run, gathered);
  const server = await startServer({
    world,
    port,
    ownReports: () => ownReportsOf(dataPlace(run.door.env), keys),
    describeCommits: async (hashes) => await describeAll(paths, hashes),
    beyond,
    ...(me === undefined ? {} : { me }),
  }).catch(noPort);
  run.door.out.write(` Page:       ${server.address}   (Ctrl-C ends it)\n\n`);
  if ((await beyond.told()).isTold) beyond.begin();
  await stopped(run.door.signal);
  await server.close();
  return EXIT.fine;
}

/** --port, else $PORT, else the usual one; taken ports make way for the next free one. */
function portOf({ options, door }: Run): number {
  const range = { least: 0, most: 65_535 } as const;
  const asked = numberOption(options, 'port', { name: '--port', ...range });
  const said = door.env['PORT'] ? numberOption({ port: door.env['PORT'] }, 'port', { name: 'PORT', ...range }) : undefined;
  return asked ?? said ?? USUAL_PORT;
}

async function describeAll(paths: readonly string[], hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(paths.map(async (path) => await describeCommits(path, hashes)));
  return new Map(found.flatMap((one) => [...one]));
}

function noPort(problem: NodeJS.ErrnoException): never {
  if (problem.code === 'EADDRINUSE' || problem.code === 'EACCES') throw refusal('no-port', { port: String(USUAL_PORT) });
  throw problem;
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
