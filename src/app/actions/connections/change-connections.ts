import { randomBytes, randomUUID } from 'node:crypto';
import { nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { Connector } from '#sources/connecting/connector.ts';
import { CONNECTORS, connectorOf } from '#sources/connecting/connectors.ts';
import {
  addConnection,
  changeConnection,
  connectionNamed,
  connectionOfKind,
  type ConnectionSettings,
  removeConnection,
  settingsOf,
} from '#store/connections/connections.ts';
import type { ConnectionRow } from '#store/connections/connection-rows.ts';
import { tellAgain } from '#store/connections/open-deliveries.ts';
import { addSecret, endOlderSecrets } from '#store/connections/secrets.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { sealerInUse } from '#store/team/key-files.ts';
import { refuseOtherKey } from '#store/team/sealed.ts';
import { usualHost } from '#app/actions/importing/usual-host.ts';

export interface ConnectionWish {
  readonly kind: string;
  readonly name?: string | undefined;
  readonly host?: string | undefined;
  /** Token of the API. */
  readonly credential?: string | undefined;
  /** What the other side signs with, where it makes it; else one is made here. */
  readonly secret?: string | undefined;
  readonly base?: string | undefined;
  readonly what?: readonly string[] | undefined;
  readonly since?: number | undefined;
  readonly privateAllowed?: boolean | undefined;
  readonly everyMinutes?: number | undefined;
  readonly repository?: string | undefined;
}

interface Keeping {
  readonly keyFile: string;
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** What to enter at the other side. Told once: the secret is never told again. */
export interface Connected {
  readonly id: string;
  readonly name: string;
  /** Where deliveries go, below the address of the server; empty where the kind sends none. */
  readonly path: string;
  /** Empty where it was handed over, or is made at the other side. */
  readonly secret: string;
  readonly setUp: string;
  /** It is made at the other side, and was not handed over yet: until then nothing that is delivered is taken. */
  readonly lacksSecret: boolean;
}

const SECRET_BYTES = 32;
const EVERY = 60;

/** Connects a source beyond git. What files of that kind and host have told belongs to it from now on. */
export async function connect(database: Database, wish: ConnectionWish, { keyFile, now }: Keeping): Promise<Connected> {
  const connector = connectorNamed(wish.kind);
  const { credential } = wish;
  if (connector.file === undefined && connector.webhook === undefined && connector.api === undefined)
    throw refusal('connection-nothing', { name: connector.name });
  refuseUnread(connector, { ...wish, what: wish.what ?? [], sealed: credential !== undefined });
  refuseAddress(wish);
  if (wish.secret !== undefined && connector.webhook === undefined) throw refusal('connection-way', { kind: wish.kind, way: 'deliveries' });
  const host = wish.host ?? (wish.base === undefined ? usualHost(connector) : hostOf(wish.base));
  const secret = wish.secret ?? (connector.webhook === undefined || connector.webhook.secretThere ? '' : newSecret());
  return await database.write(async (query) => {
    const row = await rowFor(query, { wish, host, now });
    if (credential !== undefined) {
      const sealed = sealerInUse(keyFile).seal(credential, row.id);
      await refuseOtherKey(query, sealed);
      await changeConnection(query, row.id, { credential: sealed, due_at: now });
    }
    if (secret !== '') await keepSecret(query, { connection: row.id, secret, keyFile, now });
    return told(connector, row, { secret, given: wish.secret !== undefined });
  });
}

/** A token for nothing would read nothing, and nobody would be told. */
function refuseUnread(
  { api }: Connector,
  {
    kind,
    what,
    credential,
    sealed,
  }: Pick<ConnectionWish, 'kind' | 'credential'> & { readonly what: readonly string[]; readonly sealed: boolean },
): void {
  if (api === undefined) {
    if (credential !== undefined) throw refusal('connection-way', { kind, way: 'API' });
    return;
  }
  const { asks, canRead } = api;
  if (sealed && canRead !== undefined && what.length === 0) throw refusal('connection-what', { asks });
  const wrong = what.find((one) => canRead?.(one) !== true);
  if (wrong !== undefined) throw refusal('connection-list', { what: wrong.slice(0, 200), asks });
}

function refuseAddress({ base, privateAllowed = false }: ConnectionWish): void {
  const url = base === undefined ? undefined : URL.parse(base);
  if (url === undefined) return;
  const isOpen = url !== null && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && privateAllowed));
  if (!isOpen) throw refusal('connection-address', { address: base!.slice(0, 200) });
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** One that only files have spoken for becomes this one; else a new one. */
async function rowFor(
  query: Writing,
  { wish, host, now }: { readonly wish: ConnectionWish; readonly host: string; readonly now: number },
): Promise<ConnectionRow> {
  const settings = settingsFrom(wish);
  const known = await connectionOfKind(query, wish.kind, host);
  const used = known && (await query.selectFrom('connection_secret').select('id').where('connection_id', '=', known.id).executeTakeFirst());
  if (known !== undefined && known.credential === null && used === undefined) {
    await changeConnection(query, known.id, {
      settings: JSON.stringify(settings),
      ...(wish.name === undefined ? {} : { name: wish.name }),
    });
    return { ...known, name: wish.name ?? known.name };
  }
  const name = wish.name ?? (known === undefined ? wish.kind : `${wish.kind} ${randomBytes(2).toString('hex')}`);
  return await addConnection(query, { id: randomUUID(), kind: wish.kind, name, host, credential: null, due_at: null, settings, now });
}

function settingsFrom({
  base,
  what = [],
  since,
  privateAllowed = false,
  everyMinutes = EVERY,
  repository,
}: ConnectionWish): ConnectionSettings {
  const optional = Object.fromEntries(Object.entries({ base, since, repository }).filter(([, value]) => value !== undefined));
  return { what, privateAllowed, everyMinutes, ...optional };
}

function hostOf(base: string): string {
  const url = URL.parse(base);
  if (url === null) throw refusal('connection-address', { address: base.slice(0, 200) });
  return url.host;
}

function connectorNamed(kind: string): Connector {
  const connector = connectorOf(kind);
  if (connector === undefined) {
    const kinds = CONNECTORS.map((one) => one.kind);
    const [meant] = nearest(kind, kinds, 1);
    throw refusal('connect-kind', { kind, kinds: kinds.join(', '), hint: meant === undefined ? '' : ` Did you mean "${meant}"?` });
  }
  return connector;
}

interface NewSecret extends Keeping {
  readonly connection: string;
  readonly secret: string;
}

async function keepSecret(query: Writing, { connection, secret, keyFile, now }: NewSecret): Promise<void> {
  const id = randomUUID();
  await addSecret(query, { id, connection, sealed: sealerInUse(keyFile).seal(secret, id), now });
}

function told(
  { webhook }: Connector,
  { id, name }: ConnectionRow,
  { secret, given }: { readonly secret: string; readonly given: boolean },
): Connected {
  const path = webhook === undefined ? '' : `/hooks/${id}`;
  return { id, name, path, secret: given ? '' : secret, setUp: webhook?.setUp ?? '', lacksSecret: path !== '' && secret === '' };
}

/** A new secret beside those that hold, so that the other side can change in its own time. */
export async function rotateSecret(
  database: Database,
  { word, secret: given, keyFile, now }: Keeping & { readonly word: string; readonly secret?: string | undefined },
): Promise<Connected> {
  const row = await connectionNamed(database.query, word);
  const connector = connectorNamed(row.kind);
  if (connector.webhook === undefined) throw refusal('connection-way', { kind: row.kind, way: 'deliveries' });
  if (given === undefined && connector.webhook.secretThere) throw refusal('connection-secret', { name: row.name });
  const secret = given ?? newSecret();
  await database.write(async (query) => await keepSecret(query, { connection: row.id, secret, keyFile, now }));
  return told(connector, row, { secret, given: given !== undefined });
}

/** Ends all secrets but the newest. How many. */
export async function endSecrets(database: Database, word: string, now: number): Promise<number> {
  const { id } = await connectionNamed(database.query, word);
  return await database.write(async (query) => await endOlderSecrets(query, id, now));
}

export interface ConnectionChange {
  readonly name?: string | undefined;
  readonly state?: 'on' | 'off' | undefined;
  readonly what?: readonly string[] | undefined;
  readonly everyMinutes?: number | undefined;
  readonly credential?: string | undefined;
}

export async function alterConnection(
  database: Database,
  word: string,
  { change, keyFile, now }: Keeping & { readonly change: ConnectionChange },
): Promise<void> {
  const row = await connectionNamed(database.query, word);
  const { name, state, what, everyMinutes, credential } = change;
  if (what !== undefined || credential !== undefined)
    refuseUnread(connectorNamed(row.kind), {
      kind: row.kind,
      credential,
      what: what ?? settingsOf(row).what,
      sealed: credential !== undefined || row.credential !== null,
    });
  const settings = { ...settingsOf(row), ...(what === undefined ? {} : { what }), ...(everyMinutes === undefined ? {} : { everyMinutes }) };
  await database.write(async (query) => {
    if (
      name !== undefined &&
      name !== row.name &&
      (await query.selectFrom('connection').select('id').where('name', '=', name).executeTakeFirst())
    )
      throw refusal('connection-known', { name });
    const sealed = credential === undefined ? {} : { credential: sealerInUse(keyFile).seal(credential, row.id), due_at: now };
    if (sealed.credential !== undefined) await refuseOtherKey(query, sealed.credential);
    const said = { ...(name === undefined ? {} : { name }), ...(state === undefined ? {} : { state }) };
    await changeConnection(query, row.id, { ...said, ...sealed, settings: JSON.stringify(settings) });
  });
}

/** Takes a connection out with everything that it told. */
export async function disconnect(database: Database, word: string): Promise<string> {
  const row = await connectionNamed(database.query, word);
  await removeConnection(database, row);
  return row.name;
}

/** Its API is read at once. */
export async function readConnectionNow(database: Database, word: string, now: number): Promise<void> {
  const { id, kind } = await connectionNamed(database.query, word);
  if (connectorNamed(kind).api === undefined) throw refusal('connection-way', { kind, way: 'API' });
  await database.write(async (query) => await changeConnection(query, id, { due_at: now }));
}

/** What was delivered is told again, by readers that may have learned more since. How many deliveries. */
export async function retellConnection(database: Database, word: string): Promise<number> {
  const { number } = await connectionNamed(database.query, word);
  return await database.write(async (query) => await tellAgain(query, number));
}
