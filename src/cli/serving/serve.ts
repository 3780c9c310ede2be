import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { TeamPlace } from '#app/actions/team/team-place.ts';
import { facetLooks, heldAreas } from '#app/questions/privacy/findings-read.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { callerFinder } from '#server/accounts/find-caller.ts';
import type { Log } from '#server/log/log.ts';
import { answerFigures } from '#server/metrics/answer-figures.ts';
import { openServerMetrics, type ServerMetrics } from '#server/metrics/server-metrics.ts';
import { builtPages } from '#server/page-routes.ts';
import { isLoopback, type Reach } from '#server/reach/reach.ts';
import { sceneLooks } from '#server/team/answers/scenes/scene-looks.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import { refusalsNotedIn } from '#server/team/privacy/privacy-handlers.ts';
import { startTeamServer, type TeamServer } from '#server/team/start-team-server.ts';
import { teamHandlers } from '#server/team/team-handlers.ts';
import { buildMark } from '#cli/build-mark.ts';
import { EXIT } from '#cli/exit.ts';
import { numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { cannotListen } from './cannot-listen.ts';
import { sayFirstLink } from './first-link.ts';
import { metricsAsked } from './metrics-asked.ts';
import { providerSettings } from './provider-settings.ts';
import { drainAsked, foldersOpened, reachAsked } from './reach-asked.ts';
import { teamLog } from './team-log.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import { version } from '#cli/version.ts';
import { workAsCrew } from './worker-crew.ts';

const WORKERS = { name: '--workers', least: 0, most: 64 } as const;

/** Workers as processes of their own, and what can be asked of them over HTTP, until Ctrl-C or SIGTERM. */
export async function runServe(run: Run): Promise<number> {
  const { door, options } = run;
  const asked = { run, place: teamPlaceOf(run), reach: reachAsked(run), log: teamLog(run) };
  const workers = numberOption(options, 'workers', WORKERS) ?? 1;
  const metricsAt = metricsAsked(run);
  await withDatabase({ place: asked.place.database, now: door.now }, async (database) => {
    const metrics = await listening(metricsAt, async () => await openServerMetrics({ database, now: door.now, at: metricsAt }));
    const answers = new TeamAnswers({
      place: asked.place.database,
      lookUp: async (words) => await lookUpHeads(database, words),
      heldAreas: async (ids, asked) => await heldAreas(database, ids, { ...asked, now: door.now() }),
      facetLooks: async (ids, asked) => await facetLooks(database, ids, { ...asked, now: door.now() }),
      ...sceneLooks(database, door.now),
      build: buildMark(),
      now: door.now,
    });
    try {
      await served({ ...asked, database, metrics, answers, workers });
    } finally {
      await Promise.all([metrics.close(), answers.close()]);
    }
  });
  return EXIT.fine;
}

interface Serving {
  readonly run: Run;
  readonly place: TeamPlace;
  readonly reach: Reach;
  readonly log: Log;
  readonly database: TeamDatabase;
  readonly metrics: ServerMetrics;
  readonly answers: TeamAnswers;
  readonly workers: number;
}

async function served(serving: Serving): Promise<void> {
  const { run, place, reach, log, database, metrics, workers } = serving;
  const server = await listening(reach, async () => await started(serving));
  metrics.add([{ name: 'understudy_event_streams', help: 'Streams of events that somebody listens to.', look: server.streams }]);
  metrics.add(answerFigures(serving.answers));
  sayWhere(serving, server);
  await sayFirstLink(run, database, server.address);
  const ending = stopped(run.door.signal).then(async () => await ended(server, serving));
  await Promise.all([ending, workAsCrew({ run, place, workers, once: false, log, onJob: metrics.jobEnded })]);
}

async function started({ run, place, reach, log, database, metrics, answers }: Serving): Promise<TeamServer> {
  const { now } = run.door;
  const access = new AccessLog(database, now);
  // Alone on this machine holds only where nobody else can come by.
  const loopback = isLoopback(reach.host) && reach.publicUrl === undefined;
  let address = '';
  const server = await startTeamServer({
    handlers: teamHandlers({
      database,
      answers,
      keyFile: place.keyFile,
      opened: foldersOpened(run, loopback),
      version: version(),
      log: access,
      loopback,
      now,
      origin: () => address,
      provider: providerSettings(run),
    }),
    findCaller: callerFinder(database, now, { loopback }),
    noteRefusal: refusalsNotedIn(access),
    ready: async () => await databaseReady(database),
    ...(pagesBuilt() ? { pages: builtPages() } : {}),
    reach,
    watch: { log, meter: metrics.meter, now },
  });
  ({ address } = server);
  return server;
}

function sayWhere({ run, place, reach, log, metrics, workers }: Serving, { address, port }: TeamServer): void {
  const { out } = run.door;
  out.write(` Served at ${address}/   (Ctrl-C ends it)\n`);
  if (metrics.port !== undefined) out.write(` Figures for Prometheus at port ${metrics.port}, /metrics\n`);
  log.tell('info', 'server-started', { version: version(), engine: place.database.engine, port, workers });
  if (reach.publicUrl?.startsWith('https:') === true && reach.tls === undefined && !reach.behindProxy)
    log.tell('warn', 'warning', { code: 'proxy-not-believed' });
  if (!pagesBuilt()) log.tell('warn', 'warning', { code: 'pages-not-built' });
}

/** Always in an installed package; in a checkout after `npm run build`. */
function pagesBuilt(): boolean {
  return existsSync(join(builtPages(), 'index.html'));
}

/** First nothing more is sent here, then nothing more is taken; what runs comes to its end. */
async function ended(server: TeamServer, { run, reach, log }: Serving): Promise<void> {
  const begun = run.door.now();
  log.tell('info', 'server-stopping', { streams: server.streams() });
  server.drain();
  await sleep(drainAsked(run, reach));
  await server.close();
  log.tell('info', 'server-stopped', { seconds: (run.door.now() - begun) / 1000 });
}

async function listening<Result>(
  at: { readonly host: string; readonly port: number } | undefined,
  start: () => Promise<Result>,
): Promise<Result> {
  try {
    return await start();
  } catch (problem) {
    throw at === undefined ? problem : cannotListen(problem, at);
  }
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
