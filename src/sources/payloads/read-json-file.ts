import type { Told } from '#core/facts/told.ts';
import type { FileGiven, FileSample } from '#sources/connecting/connector.ts';
import { deliveredIn } from './delivered.ts';
import { jsonRecords } from './json-records.ts';
import { type Notes, startNotes } from './notes.ts';
import { parsedJson, type Shape, shapeOf } from './shape.ts';
import { inUtf8, textOf } from '#sources/connecting/utf8.ts';

/** Records told at a time. */
const AT_A_TIME = 200;

/** Reads the outermost objects of a JSON file one by one; what is no object, or cannot be parsed, is counted. */
export async function* readJsonFile(file: FileGiven, forge: string, read: (record: Shape, notes: Notes) => void): AsyncIterable<Told> {
  let notes = startNotes(forge);
  let count = 0;
  for await (const { bytes } of jsonRecords(inUtf8(file.open()))) {
    const parsed = bytes && parsedJson(bytes);
    if (parsed === undefined) notes.skip('record', bytes ? 'it is no JSON in UTF-8' : 'it is too long, or breaks off');
    else read(deliveredIn(shapeOf(parsed)), notes);
    if (++count % AT_A_TIME > 0) continue;
    yield notes.told();
    notes = startNotes(forge);
  }
  yield notes.told();
}

/** Whether a file begins like JSON and, in what is seen of it, holds what the expression looks for. */
export function looksLikeJsonWith({ head }: FileSample, telltale: RegExp): boolean {
  const text = textOf(head).trimStart();
  return /^[[{]/.test(text) && telltale.test(text);
}
