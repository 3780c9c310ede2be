import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { callerFinder } from '#server/accounts/find-caller.ts';
import { openLog } from '#server/log/log.ts';
import { requestMeter } from '#server/metrics/request-meter.ts';
import { refusalsNotedIn } from '#server/team/privacy/privacy-handlers.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import type { Database } from '#store/database/database.ts';
import { TABLES } from '#store/database/tables.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator } from './admit.ts';
import type { Attack } from './attack-lines.ts';
import { sourceRow } from './fill-database.ts';
import { NOW } from './on-both-engines.ts';
import { handlersOf, teamAnswers } from './served-team.ts';

export interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Besieged {
  readonly address: string;
  /** Of the administrator. */
  readonly cookie: string;
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
  readonly send: (attack: Pick<Attack, 'method' | 'path' | 'headers' | 'body'>) => Promise<Told>;
  /** Bytes on a connection of their own, and what came back. */
  readonly sendBytes: (text: string) => Promise<string>;
}

/** What the door itself writes of whoever knocks, and may grow. */
const WRITTEN_BY_THE_DOOR = new Set(['access_record', 'access_subject', 'attempt', 'session']);

/** A whole server as a team runs it, with pages, an administrator, a source, a log that is read, and folders opened below `/srv/opened`. */
export async function besieged(database: Database): Promise<Besieged> {
  const written: string[] = [];
  const now = Date.now;
  const began = now();
  const moment = (): number => NOW + now() - began;
  const { secret } = await firstAdministrator(database);
  await addSource(database, { ...sourceRow('kept'), credential: Uint8Array.from({ length: 64 }, (_, i) => i * 4) });
  const answers = teamAnswers(database);
  const log = new AccessLog(database, moment);
  const server = await startTeamServer({
    handlers: handlersOf(database, answers, log, ['/srv/opened']),
    findCaller: callerFinder(database, moment, { loopback: true }),
    noteRefusal: refusalsNotedIn(log),
    ready: async () => true,
    pages: pages(),
    watch: {
      log: openLog({ write: (line) => void written.push(line), pretty: false, least: 'debug', now: moment }),
      meter: requestMeter(new Registry()),
      now: moment,
    },
  });
  onTestFinished(async () => void (await Promise.all([server.close(), answers.close()])));
  const { port } = new URL(server.address);
  const cookie = `understudy_session=${secret}`;
  return {
    address: server.address,
    cookie,
    lines: () => written.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    send: async (attack) => await sent(Number(port), cookie, attack),
    sendBytes: async (text) => await sentBytes(Number(port), text),
  };
}

function pages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-pages-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries({ 'index.html': '<head></head>', 'assets/page.js': 'ours', 'mallory.txt': 'planted secret' }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/** The path as it stands: `fetch` would tidy it. */
async function sent(
  port: number,
  cookie: string,
  { method = 'GET', path, headers = {}, body }: Parameters<Besieged['send']>[0],
): Promise<Told> {
  const bytes = body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const own = { cookie, 'x-understudy': '1', ...(bytes === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
  return await new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method, path, headers: own }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => resolve({ status: reply.statusCode!, text: Buffer.concat(parts).toString(), headers: reply.headers }));
    })
      .on('error', reject)
      .end(bytes);
  });
}

async function sentBytes(port: number, text: string): Promise<string> {
  return await new Promise((resolve) => {
    let told = '';
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(text));
    socket.on('data', (data) => (told += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(told));
  });
}

/** Every row of every table, but for those that the door writes of whoever knocks. */
export async function everything({ query }: Database): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const { name } of TABLES) {
    if (WRITTEN_BY_THE_DOOR.has(name)) continue;
    const rows = await query.selectFrom(name).selectAll().execute();
    all.set(name, JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted()));
  }
  return all;
}
