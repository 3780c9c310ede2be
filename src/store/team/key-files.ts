import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { type Sealer, sealerIn, sealerOf } from './seal.ts';

/** The key that is to come lies beside the one in use, until everything is sealed with it. */
export function nextKeyFile(keyFile: string): string {
  return `${keyFile}.new`;
}

/** The key to come; made where nobody has put one there. It lies safely on the disk before anything is sealed with it. */
export function newKeyOf(keyFile: string): Sealer {
  const path = nextKeyFile(keyFile);
  const sealer = sealerOf(path);
  for (const part of [path, dirname(path)]) settled(part);
  return sealer;
}

/** Keeps the key in use under the name of its mark: older backups are sealed with it. */
export function keepAside(keyFile: string, mark: string): string {
  const aside = `${keyFile}.old-${mark}`;
  if (!existsSync(aside)) linkSync(keyFile, aside);
  return aside;
}

/** The key to come becomes the one in use, in one step. */
export function putInPlace(keyFile: string, mark: string): void {
  // Somebody else may have come to the end of the same meanwhile.
  if (sealerIn(keyFile)?.mark !== mark) renameSync(nextKeyFile(keyFile), keyFile);
  settled(dirname(keyFile));
}

/** Opens what was sealed with the key in use or, where sealing anew was cut off, with the key to come. */
export function opened(keyFile: string, sealed: Uint8Array, belongsTo: string): string {
  const next = sealerIn(nextKeyFile(keyFile));
  return (next?.hasSealed(sealed) === true ? next : sealerOf(keyFile)).open(sealed, belongsTo);
}

/** The key in use, for something new; refused while another one is about to take its place. */
export function sealerInUse(keyFile: string): Sealer {
  if (existsSync(nextKeyFile(keyFile))) throw refusal('rekey-open', { path: nextKeyFile(keyFile) });
  return sealerOf(keyFile);
}

function settled(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
