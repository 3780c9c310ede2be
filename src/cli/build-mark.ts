import { statSync } from 'node:fs';
import { version } from './version.ts';

/** Changes with every version, and with every build in a checkout: what older code answered is not handed on. */
export function buildMark(): string {
  return [version(), ...['../.built', '../.core.tsbuildinfo', '../.node.tsbuildinfo'].map(changedAt)].join(' ');
}

function changedAt(file: string): number {
  return statSync(new URL(file, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
