import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenedFolders } from '#app/actions/team/opened-folders.ts';
import { refusal } from '#core/terms/refusals.ts';
import { type Reach, reachOf } from '#server/reach/reach.ts';
import { flagOption, listOption, numberOption, textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

const LOOPBACK = '127.0.0.1';
const USUAL_PORT = 4181;
const PORT = { least: 0, most: 65_535 } as const;
/** Seconds for a balancer to see that no more is to be sent here, where there may be one. */
const USUAL_DRAIN = 3;

/** Where the server listens, as it was asked for; refused where others would reach it in the clear. */
export function reachAsked({ options, door }: Run): Reach {
  return reachOf({
    host: textOption(options, 'host') ?? LOOPBACK,
    port: numberOption(options, 'port', { name: '--port', ...PORT }) ?? USUAL_PORT,
    publicUrl: textOption(options, 'publicUrl') ?? (door.env['UNDERSTUDY_PUBLIC_URL'] || undefined),
    behindProxy: flagOption(options, 'behindProxy'),
    tls: tlsAsked({ cert: textOption(options, 'tlsCert'), key: textOption(options, 'tlsKey') }, door.cwd),
  });
}

/** Milliseconds. */
export function drainAsked({ options }: Run, { publicUrl }: Reach): number {
  const seconds = numberOption(options, 'drain', { name: '--drain', least: 0, most: 300 });
  return (seconds ?? (publicUrl === undefined ? 0 : USUAL_DRAIN)) * 1000;
}

/** Below which folders repositories may be named over HTTP: those that were opened, else all, but only where nobody else comes by. */
export function foldersOpened({ options, door }: Run, loopback: boolean): OpenedFolders {
  const below = listOption(options, 'readBelow').map((folder) => resolve(door.cwd, folder));
  return below.length === 0 && loopback ? 'all' : below;
}

interface TlsFiles {
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

function tlsAsked({ cert, key }: TlsFiles, cwd: string): { readonly cert: string; readonly key: string } | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw refusal('tls-files', { reason: `--tls-${cert === undefined ? 'cert' : 'key'} is missing` });
  return { cert: textOf(cert, cwd), key: textOf(key, cwd) };
}

function textOf(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (problem) {
    throw refusal('path-unreadable', { path: file, reason: (problem as NodeJS.ErrnoException).code ?? 'it cannot be read' });
  }
}
