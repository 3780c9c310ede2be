import { withDatabase } from '#app/actions/team/tend-database.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { AT_THE_DATABASE } from '#core/policy/viewer.ts';
import { refusal } from '#core/terms/refusals.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { EXIT } from '#cli/exit.ts';
import { numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { teamPlaceOf } from './team-options.ts';
import { workAsCrew } from './worker-crew.ts';

const PORT = { name: '--port', least: 0, most: 65_535 } as const;
const WORKERS = { name: '--workers', least: 0, most: 64 } as const;
const USUAL_PORT = 4181;

/** Workers as processes of their own, and what can be asked of them over HTTP, until Ctrl-C. */
export async function runServe(run: Run): Promise<number> {
  const { door, options } = run;
  const place = teamPlaceOf(run);
  const port = numberOption(options, 'port', PORT) ?? USUAL_PORT;
  const workers = numberOption(options, 'workers', WORKERS) ?? 1;
  await withDatabase({ place: place.database, now: door.now }, async (database) => {
    const server = await startTeamServer({
      sources: async () => await answerSources(database, door.now()),
      ready: async () => await databaseReady(database),
      viewer: AT_THE_DATABASE,
      port,
    }).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EADDRINUSE' || problem.code === 'EACCES' ? refusal('no-port', { port: String(port) }) : problem;
    });
    door.out.write(` Served at ${server.address}/api/sources   (Ctrl-C ends it)\n`);
    try {
      await Promise.all([stopped(door.signal), workAsCrew({ run, place, workers, once: false })]);
    } finally {
      await server.close();
    }
  });
  return EXIT.fine;
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
