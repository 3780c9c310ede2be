/**
 * A team's server as a process of its own, for measuring: `node bench/team-server.ts` with the place of its database in
 * the environment, as workers are given it. Whoever asks is a member who has confirmed one address.
 */
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { teamPlace } from '#app/actions/team/team-place.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { facetLooks, heldAreas } from '#app/questions/privacy/findings-read.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { sceneLooks } from '#server/team/answers/scenes/scene-looks.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import type { Caller } from '#server/team/door/caller.ts';
import { refusalsNotedIn } from '#server/team/privacy/privacy-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { teamHandlers } from '#server/team/team-handlers.ts';

const now = Date.now;
const place = teamPlace({}, process.env, process.cwd());
const grants = [{ role: 'member' }] as const;
/** Whom the history knows by it is whoever starts this to say. */
const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'p1@example.org';
/** How often one caller may ask is not what is measured, so a few take turns. */
const CALLERS = Array.from({ length: 20 }, (_, n) => member(`member ${n}`));

await withDatabase({ place: place.database, now }, async (database) => {
  const answers = new TeamAnswers({
    place: place.database,
    lookUp: async (words) => await lookUpHeads(database, words),
    heldAreas: async (ids, asked) => await heldAreas(database, ids, { ...asked, now: Date.now() }),
    facetLooks: async (ids, asked) => await facetLooks(database, ids, { ...asked, now: Date.now() }),
    ...sceneLooks(database, now),
    build: 'bench',
    now,
  });
  const log = new AccessLog(database, now);
  let asked = 0;
  const server = await startTeamServer({
    handlers: teamHandlers({
      database,
      answers,
      log,
      loopback: true,
      keyFile: '',
      opened: 'all',
      version: '0.0.0',
      now,
      origin: () => '',
      provider: null,
    }),
    findCaller: async () => CALLERS[asked++ % CALLERS.length]!,
    noteRefusal: refusalsNotedIn(log),
    ready: async () => true,
  });
  process.send!({ address: server.address });
  process.on('message', () => process.send!({ bytes: process.memoryUsage().rss, cpu: process.cpuUsage() }));
  await new Promise<void>((done) => void process.once('disconnect', done));
  await Promise.all([server.close(), answers.close()]);
});

function member(accountId: string): Caller {
  const signedIn = {
    accountId,
    kind: 'person',
    name: accountId,
    email: null,
    grants,
    mode: 'team',
    how: 'session',
    scopes: null,
    throughId: accountId,
    signedInAt: now(),
    notedAt: now(),
    spellings: [ADDRESS],
  } as const;
  return { accountId, viewer: { mode: 'team', grants }, ownWords: [ADDRESS], scopes: null, signedIn };
}
