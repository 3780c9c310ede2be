import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Reception } from '#app/actions/connections/reception.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import type { Handlers } from '#server/team/door/call.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import { addConnection } from '#store/connections/connections.ts';
import { addSecret } from '#store/connections/secrets.ts';
import type { DatabasePlace } from '#store/database/database.ts';
import { sealerOf } from '#store/team/seal.ts';
import { INVENTED, sign } from '../test/databases/invented-connector.ts';
import { startPostgres } from '../test/databases/postgres-server.ts';
import type { Bench, BenchRow } from './bench.ts';
import { newDatabase } from './new-database.ts';

const SECONDS = 5;
const AT_ONCE = 64;
const SECRET = 'a secret of the bench';
/** As long as a webhook of a forge usually is. */
const PADDING = 'x'.repeat(8000);

/** Signed deliveries over HTTP, each answered only when it is on the disk; whoever sends them runs in the same process. */
export const deliveries: Bench = {
  name: 'deliveries',
  question: 'How many signed deliveries of 8 kB can one server accept durably in a second?',
  async *run({ scratch }) {
    const { url, stop } = await startPostgres();
    try {
      const keyFile = join(scratch, 'deliveries.key');
      yield await measured({ on: 'SQLite', least: 300, keyFile, place: { engine: 'sqlite', folder: join(scratch, 'deliveries') } });
      yield await measured({
        on: 'PostgreSQL',
        least: 1000,
        keyFile,
        place: { engine: 'postgres', url: await newDatabase(url, 'deliveries') },
      });
    } finally {
      await stop();
    }
  },
};

interface Measuring {
  readonly on: string;
  readonly least: number;
  readonly keyFile: string;
  readonly place: DatabasePlace;
}

async function measured({ on, least, keyFile, place }: Measuring): Promise<BenchRow> {
  return await withDatabase({ place, now: Date.now }, async (database) => {
    await furnish(database, keyFile);
    const reception = new Reception({ database, keyFile, now: Date.now, webhookOf: () => INVENTED.webhook });
    const take: Handlers['take-delivery'] = async ({ params, raw, headers }) =>
      await reception.take(params.connection, { headers: headers as Readonly<Record<string, string>>, body: raw });
    const handlers = { 'take-delivery': take } as Partial<Handlers> as Handlers;
    const server = await startTeamServer({
      handlers,
      findCaller: async () => null,
      noteRefusal: async () => undefined,
      ready: async () => true,
    });
    const accepted = await sendAll(server.port);
    await server.close();
    const { count } = await database.query
      .selectFrom('delivery')
      .select((b) => b.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count !== accepted) throw new Error(`${count} are kept, and ${accepted} were accepted`);
    const rate = accepted / SECONDS;
    return {
      what: 'accepted',
      on,
      figure: `${rate.toFixed(0)}/s`,
      limit: `${least}/s`,
      holds: rate >= least,
      beside: `${AT_ONCE} at once`,
    };
  });
}

async function furnish(database: TeamDatabase, keyFile: string): Promise<void> {
  const settings = { what: [], privateAllowed: false, everyMinutes: 60 };
  const row = { id: 'bench', kind: 'invented', name: 'bench', host: 'forge.example', credential: null, due_at: null };
  await database.write(async (query) => await addConnection(query, { ...row, settings, now: 0 }));
  const sealed = sealerOf(keyFile).seal(SECRET, 's');
  await database.write(async (query) => await addSecret(query, { id: 's', connection: 'bench', sealed, now: 0 }));
}

async function sendAll(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const body = JSON.stringify([1, PADDING]);
  const signature = sign(body, SECRET);
  const end = performance.now() + SECONDS * 1000;
  let accepted = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const headers = {
        'x-delivery': randomUUID(),
        'x-signature': signature,
        'content-type': 'application/json',
        'content-length': body.length,
      };
      if ((await sent({ port, headers, body, agent })) !== 202) throw new Error('a delivery was not accepted');
      accepted++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
  return accepted;
}

interface Sending {
  readonly port: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
  readonly agent: Agent;
}

async function sent({ port, headers, body, agent }: Sending): Promise<number> {
  return await new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path: '/hooks/bench', method: 'POST', headers, agent }, (reply) => {
      reply.resume();
      reply.once('end', () => resolve(reply.statusCode!));
    });
    asking.once('error', reject);
    asking.end(body);
  });
}
