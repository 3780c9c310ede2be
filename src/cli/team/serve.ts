import { withDatabase } from '#app/actions/team/tend-database.ts';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { AT_THE_DATABASE } from '#core/policy/viewer.ts';
import { refusal } from '#core/terms/refusals.ts';
import { builtPages } from '#server/page-routes.ts';
import { answerHandlers } from '#server/team/answer-handlers.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Caller } from '#server/team/door/caller.ts';
import { serverHandlers } from '#server/team/server-handlers.ts';
import { sourceHandlers } from '#server/team/source-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { buildMark } from '#cli/build-mark.ts';
import { EXIT } from '#cli/exit.ts';
import { numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { teamPlaceOf } from './team-options.ts';
import { version } from '#cli/version.ts';
import { workAsCrew } from './worker-crew.ts';

const PORT = { name: '--port', least: 0, most: 65_535 } as const;
const WORKERS = { name: '--workers', least: 0, most: 64 } as const;
const USUAL_PORT = 4181;

/** Whoever reaches the loopback address, as long as there are no accounts: reads what is read, and no more. */
const AT_THIS_MACHINE: Caller = { accountId: 'this machine', viewer: AT_THE_DATABASE, ownWords: [], scopes: ['read'] };

/** Workers as processes of their own, and what can be asked of them over HTTP, until Ctrl-C. */
export async function runServe(run: Run): Promise<number> {
  const { door, options } = run;
  const place = teamPlaceOf(run);
  const port = numberOption(options, 'port', PORT) ?? USUAL_PORT;
  const workers = numberOption(options, 'workers', WORKERS) ?? 1;
  await withDatabase({ place: place.database, now: door.now }, async (database) => {
    const answers = new TeamAnswers({
      place: place.database,
      lookUp: async (words) => await lookUpHeads(database, words),
      build: buildMark(),
      now: door.now,
    });
    const server = await startTeamServer({
      handlers: {
        ...serverHandlers({ version: version(), mode: async () => 'team' }),
        ...sourceHandlers({ database, keyFile: place.keyFile, now: door.now }),
        ...answerHandlers({
          answers,
          repositories: async () => await answerRepositories(database, door.now()),
          sources: async () => await answerSources(database, door.now()),
          now: door.now,
        }),
      },
      findCaller: async () => AT_THIS_MACHINE,
      ready: async () => await databaseReady(database),
      port,
      pages: builtPages(),
    }).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EADDRINUSE' || problem.code === 'EACCES' ? refusal('no-port', { port: String(port) }) : problem;
    });
    door.out.write(` Served at ${server.address}/   (Ctrl-C ends it)\n`);
    try {
      await Promise.all([stopped(door.signal), workAsCrew({ run, place, workers, once: false })]);
    } finally {
      await Promise.all([server.close(), answers.close()]);
    }
  });
  return EXIT.fine;
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
