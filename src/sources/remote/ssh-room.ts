import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MirrorOrder } from './mirror-order.ts';

export interface SshRoom {
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

const NOTHING: SshRoom = { env: {}, close: () => undefined };

/**
 * What ssh needs for one transfer: the key in a file that is gone afterwards, and a command line that leaves nothing to
 * anybody's settings. The key of a host is believed the first time and must never change after.
 */
export function openSshRoom({ remote, folder, credential }: MirrorOrder, address: string): SshRoom {
  if (remote.kind !== 'ssh') return NOTHING;
  const room = mkdtempSync(join(tmpdir(), 'understudy-ssh-'));
  chmodSync(room, 0o700);
  const key = join(room, 'key');
  if (credential !== undefined) writeFileSync(key, `${credential.trim()}\n`, { mode: 0o600 });
  const known = join(dirname(folder), 'known-hosts');
  mkdirSync(dirname(known), { recursive: true, mode: 0o700 });
  const options = [
    `HostName=${address}`,
    `HostKeyAlias=${remote.host}`,
    'BatchMode=yes',
    'StrictHostKeyChecking=accept-new',
    `UserKnownHostsFile=${known}`,
    'GlobalKnownHostsFile=/dev/null',
    'IdentitiesOnly=yes',
    `IdentityFile=${credential === undefined ? 'none' : key}`,
    'IdentityAgent=none',
    'ProxyCommand=none',
    'PermitLocalCommand=no',
    'ClearAllForwardings=yes',
    'ConnectTimeout=20',
    'ServerAliveInterval=20',
  ];
  const command = ['ssh', '-F', '/dev/null', ...options.flatMap((option) => ['-o', quoted(option)])].join(' ');
  return { env: { GIT_SSH_COMMAND: command, GIT_SSH_VARIANT: 'ssh' }, close: () => rmSync(room, { recursive: true, force: true }) };
}

/** For the shell that git starts ssh with. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
