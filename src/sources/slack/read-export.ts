import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import { refusal } from '#core/terms/refusals.ts';
import { withArchive, type Archive } from '#sources/archives/read-archive.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';
import { fieldOf, flagIn, parsedJson, shapeIn, shapeOf, textIn } from '#sources/payloads/shape.ts';
import { tellMessage } from './tell-message.ts';

const DAY_FILE = /^([^/]+)\/(\d{4}-\d{2}-\d{2})\.json$/;
const CHANNEL = /^[CG][A-Z0-9]{1,30}$/;
const MOST_THREADS = 200_000;

/** The channels of an export, day by day. Direct messages lie in it under other names, and are never opened. */
export function readExport(file: FileGiven): AsyncIterable<Told> {
  return withArchive(file, (archive) => tellArchive(file, inItsFolder(archive)));
}

/** Whoever unpacked it and packed it again has put everything into one folder. */
function inItsFolder(archive: Archive): Archive {
  const folder = archive.names.includes('channels.json')
    ? undefined
    : archive.names.find((name) => /^[^/]+\/channels\.json$/.test(name))?.split('/')[0];
  if (folder === undefined) return archive;
  const names = archive.names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.slice(folder.length + 1));
  return { names, read: async (name) => await archive.read(`${folder}/${name}`) };
}

async function* tellArchive(file: FileGiven, archive: Archive): AsyncGenerator<Told> {
  const channels = await listOf(archive, 'channels.json');
  if (channels === undefined) throw refusal('file-unfit', { file: file.name, reason: 'it has no channels.json, as exports of Slack have' });
  yield { facts: [], namings: ((await listOf(archive, 'users.json')) ?? []).flatMap(namingOf), skipped: [] };
  // In the order of days: an answer may lie days after its question.
  const days = Map.groupBy(
    archive.names.toSorted().filter((name) => DAY_FILE.test(name)),
    (name) => DAY_FILE.exec(name)![1]!,
  );
  for (const one of channels) {
    const [id, name] = [textIn(shapeOf(one), 'id', 40), textIn(shapeOf(one), 'name', 100)];
    if (id === undefined || name === undefined) continue;
    if (CHANNEL.test(id)) yield { facts: [], namings: [{ of: `channel:slack/${id}`, name: plainText(name, 100) ?? id }], skipped: [] };
    yield* tellChannel(archive, { id, name }, days.get(name) ?? []);
  }
}

async function* tellChannel(
  archive: Archive,
  channel: { readonly id: string; readonly name: string },
  days: readonly string[],
): AsyncGenerator<Told> {
  const began = new Map<string, string>();
  for (const day of days) {
    const messages = await listOf(archive, day);
    const skipped: readonly Skipped[] = messages === undefined ? [{ what: day, why: 'it is no list of messages' }] : [];
    for (const message of messages ?? []) {
      const [user, stamp] = [textIn(shapeOf(message), 'user', 40), textIn(shapeOf(message), 'ts', 40)];
      if (user !== undefined && stamp !== undefined && began.size < MOST_THREADS) began.set(stamp, user);
    }
    yield { facts: (messages ?? []).flatMap((message) => tellMessage(shapeOf(message), { ...channel, began })), namings: [], skipped };
  }
}

async function listOf(archive: Archive, name: string): Promise<readonly unknown[] | undefined> {
  const bytes = await archive.read(name);
  const found = bytes === undefined ? undefined : parsedJson(bytes);
  return Array.isArray(found) ? found : undefined;
}

function namingOf(user: unknown): readonly Naming[] {
  const shape = shapeOf(user);
  const [id, profile] = [textIn(shape, 'id', 40), shapeIn(shape, 'profile')];
  if (id === undefined || !/^[UW][A-Z0-9]{1,30}$/.test(id)) return [];
  const name = plainText(textIn(profile, 'real_name') ?? textIn(shape, 'real_name') ?? '', 100);
  const mail = /^[^\s<>@]+@[^\s<>@]+$/.exec(textIn(profile, 'email', 200) ?? '')?.[0].toLowerCase();
  const actor = flagIn(shape, 'is_bot') === true || fieldOf(shape, 'id') === 'USLACKBOT' ? ({ actor: 'bot' } as const) : {};
  return [{ of: `slack:${id}`, ...(name === undefined ? {} : { name }), ...(mail === undefined ? {} : { mail }), ...actor }];
}
