import { refusal } from '#core/terms/refusals.ts';
import type { Connector, FileReader, FileSample } from '#sources/connecting/connector.ts';
import { CONNECTORS } from '#sources/connecting/connectors.ts';
import { looksLike } from './looks-like.ts';

export type FileConnector = Connector & { readonly file: FileReader };

export const FILE_CONNECTORS = CONNECTORS.filter((one): one is FileConnector => one.file !== undefined);

/**
 * Who reads a file. Of several that would, those go first that know it by its contents, whatever it is called; of these the first
 * in the order in which people are shown them.
 */
export function readerOf(sample: FileSample, connectors: readonly FileConnector[] = FILE_CONNECTORS): FileConnector | undefined {
  const would = connectors.filter(({ file }) => file.recognises(sample));
  return would.find(({ file }) => file.recognises({ ...sample, name: '' })) ?? would[0];
}

/** By the kind that somebody named. */
export function readerNamed(kind: string, connectors: readonly FileConnector[] = FILE_CONNECTORS): FileConnector {
  const found = connectors.find((one) => one.kind === kind);
  if (found === undefined) throw refusal('import-kind', { kind, kinds: connectors.map((one) => one.kind).join(', ') });
  return found;
}

/** Every kind with the files that it takes, in words. */
export function filesTaken(): string {
  return FILE_CONNECTORS.map(({ kind, file }) => `${kind}: ${file.takes}`).join('; ');
}

/** What it seems to be instead, what may help, and which kinds there are. */
export function notRecognised(path: string, sample: FileSample | undefined, connectors: readonly FileConnector[] = FILE_CONNECTORS) {
  const { looks, advice } =
    sample === undefined ? { looks: 'there is no file in it', advice: 'Name the folder that the export is in.' } : looksLike(sample);
  return refusal('import-unknown', { path, looks, advice, kinds: connectors.map(({ kind }) => kind).join(', ') });
}
