import type { Told } from '#core/facts/told.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';
import { deliveredIn } from './delivered.ts';
import { jsonLists } from './json-lists.ts';
import { type Notes, startNotes } from './notes.ts';
import { parsedJson, type Shape, shapeOf } from './shape.ts';
import { inUtf8 } from '#sources/connecting/utf8.ts';

/** Records told at a time. */
const AT_A_TIME = 200;

/** How the records of a file are read. */
export interface ListedReading {
  /** What handles begin with. */
  readonly forge: string;
  /** Keys of lists whose entries are the records: `incidents` of `{"incidents": [ … ]}`. */
  readonly lists: ReadonlySet<string>;
  /** `list` is undefined for an object that stands by itself. */
  readonly read: (record: Shape, notes: Notes, list: string | undefined) => void;
}

/** Reads lists as an API answers them, however long, record by record; what cannot be parsed is counted. */
export async function* readListedFile(file: FileGiven, { forge, lists, read }: ListedReading): AsyncIterable<Told> {
  let notes = startNotes(forge);
  let count = 0;
  for await (const { list, bytes } of jsonLists(inUtf8(file.open()), lists)) {
    const parsed = bytes && parsedJson(bytes);
    if (parsed === undefined) notes.skip('record', bytes ? 'it is no JSON in UTF-8' : 'it is too long, or breaks off');
    else read(list === undefined ? deliveredIn(shapeOf(parsed)) : shapeOf(parsed), notes, list);
    if (++count % AT_A_TIME > 0) continue;
    yield notes.told();
    notes = startNotes(forge);
  }
  yield notes.told();
}
