import { mkdirSync } from 'node:fs';
import { refusal } from '#core/terms/refusals.ts';
import { removeLeftovers } from '#sources/mirrors/leftovers.ts';
import { USUAL_LIMITS } from '#sources/mirrors/mirror-limits.ts';
import { FetchWatch } from '#sources/mirrors/watch-fetch.ts';
import { askGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { reasonOf } from '#sources/opening/locate-repository.ts';
import { lookUpHost } from './look-up-host.ts';
import type { MirrorOrder, RemoteAddress } from './mirror-order.ts';
import { openSshRoom } from './ssh-room.ts';

/** The only branch of a mirror: what HEAD of the remote means. */
const BRANCH = 'refs/heads/read';
/** A transfer slower than this (bytes a second) for this long (seconds) is given up. */
const SLOWEST = 1000;
const PATIENCE = 60;

/** A pack stays a pack, however small: one file that is written as it comes, and never thousands of loose objects. */
const PACKED = 'fetch.unpackLimit=1';

/**
 * Brings what is new at HEAD of a remote into a bare repository of ours. Only the protocol of the address is spoken, to
 * the one address that was looked up; no redirection, no helper, no hook, no submodule, nothing of anybody's settings.
 * What arrives is watched: it may take so much of the disk, and so much time, and no more.
 */
export async function fetchMirror(order: MirrorOrder, lookUp: typeof lookUpHost = lookUpHost): Promise<void> {
  const { remote, folder, signal, limits = USUAL_LIMITS } = order;
  const address = await lookUp({ host: remote.host, privateAllowed: order.privateAllowed });
  const room = openSshRoom(order, address);
  try {
    removeLeftovers(folder);
    await makeBare(folder, signal);
    const place = placeOf(order, { address, env: room.env });
    const watch = new FetchWatch({ folder, address: remote.address, limits });
    await watch.begin();
    try {
      await fetchWatched(order, { place, watch });
    } finally {
      removeLeftovers(folder);
      await watch.end();
    }
  } finally {
    room.close();
  }
}

async function fetchWatched(
  { remote, signal }: MirrorOrder,
  { place, watch }: { readonly place: GitPlace; readonly watch: FetchWatch },
): Promise<void> {
  const args = ['fetch', '--progress', '--no-tags', '--no-recurse-submodules', '--no-auto-maintenance', '--no-write-fetch-head', '--force'];
  const { code, stderr } = await askGit(place, {
    args: [...args, '--end-of-options', remote.address, `HEAD:${BRANCH}`],
    signal: AbortSignal.any([watch.signal, ...(signal === undefined ? [] : [signal])]),
    onSaid: watch.heard,
  });
  if (code !== 0) throw refusal('source-unreachable', { address: remote.address, reason: reasonOf(stderr.replaceAll('\r', '\n')) });
}

async function makeBare(folder: string, signal: AbortSignal | undefined): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place: GitPlace = { cwd: folder, env: { GIT_DIR: folder } };
  const { code, stderr } = await askGit(place, { args: ['init', '--quiet', '--bare', '--template=', '--initial-branch=read'], signal });
  if (code !== 0) throw refusal('data-folder', { path: folder, reason: reasonOf(stderr) });
}

interface Way {
  readonly address: string;
  readonly env: Readonly<Record<string, string>>;
}

function placeOf({ remote, folder, credential, authorities }: MirrorOrder, { address, env }: Way): GitPlace {
  const numbered = address.includes(':') ? `[${address}]` : address;
  const https = [
    `http.curloptResolve=${remote.host}:${remote.port}:${numbered}`,
    'http.followRedirects=false',
    'http.sslVerify=true',
    `http.lowSpeedLimit=${SLOWEST}`,
    `http.lowSpeedTime=${PATIENCE}`,
    ...(authorities === undefined ? [] : [`http.sslCAInfo=${authorities}`]),
  ];
  return {
    cwd: folder,
    ownGroup: true,
    env: { GIT_DIR: folder, ...protocolOnly(remote), ...secretHeader(remote, credential), ...env },
    config: ['core.hooksPath=/dev/null', 'credential.helper=', 'protocol.version=2', PACKED, ...(remote.kind === 'https' ? https : [])],
  };
}

function protocolOnly({ kind }: RemoteAddress): Record<string, string> {
  return { GIT_ALLOW_PROTOCOL: kind };
}

/** Through the environment, which only this machine's own account can read; arguments can be read by all. */
function secretHeader({ kind, address }: RemoteAddress, credential: string | undefined): Record<string, string> {
  if (kind !== 'https' || credential === undefined) return {};
  const pair = credential.includes(':') ? credential : `git:${credential}`;
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(address).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(pair).toString('base64')}`,
  };
}
