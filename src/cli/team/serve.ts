import { makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { refusal } from '#core/terms/refusals.ts';
import { builtPages } from '#server/page-routes.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import { linkAddress } from '#server/accounts/account-handlers.ts';
import { callerFinder } from '#server/accounts/find-caller.ts';
import { refusalsNotedIn } from '#server/team/privacy/privacy-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { teamHandlers } from '#server/team/team-handlers.ts';
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
/** It listens on the loopback address only. */
const REACHED = { loopback: true } as const;

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
    const log = new AccessLog(database, door.now);
    let address = '';
    const server = await startTeamServer({
      handlers: teamHandlers({
        database,
        answers,
        keyFile: place.keyFile,
        version: version(),
        log,
        ...REACHED,
        now: door.now,
        origin: () => address,
      }),
      findCaller: callerFinder(database, door.now, REACHED),
      noteRefusal: refusalsNotedIn(log),
      ready: async () => await databaseReady(database),
      port,
      pages: builtPages(),
    }).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EADDRINUSE' || problem.code === 'EACCES' ? refusal('no-port', { port: String(port) }) : problem;
    });
    ({ address } = server);
    door.out.write(` Served at ${address}/   (Ctrl-C ends it)\n`);
    await sayFirstLink(run, database, address);
    try {
      await Promise.all([stopped(door.signal), workAsCrew({ run, place, workers, once: false })]);
    } finally {
      await Promise.all([server.close(), answers.close()]);
    }
  });
  return EXIT.fine;
}

/** Where nobody has an account yet, the one way in; whoever can read this terminal may be the first. */
async function sayFirstLink({ door }: Run, database: TeamDatabase, address: string): Promise<void> {
  const made = await makeFirstLink(database, { now: door.now(), anew: false });
  if (made === 'accounts begun') return;
  const say =
    made === 'another is open'
      ? 'The first administrator comes in by the link that was printed before; a new one: understudy accounts first-link'
      : `The first administrator comes in here, once, within a day: ${linkAddress(address, made.secret)}`;
  door.out.write(` ${say}\n`);
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
