import { promisify } from 'node:util';
import { constants, crc32, zstdCompressSync, zstdDecompress } from 'node:zlib';
import type { FactColumns } from '#core/facts/fact-columns.ts';
import { packColumns, unpackColumns } from '#core/terms/columns.ts';

/** A fact as its row holds it. */
export type FactLine = readonly [
  reference: string,
  kind: string,
  at: number,
  until: number | null,
  actor: number | null,
  other: number | null,
  item: string | null,
  place: string | null,
  path: string | null,
  size: number | null,
  detail: string | null,
];

/** Packs of another format are made anew. Columns are those of `FactColumns`; a text that returns stands once. */
export const PACK_FORMAT = 1;

export interface FactPack {
  readonly facts: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** Places of columns in a line: texts that return, handles, and other numbers. */
const RETURNING = { kind: 1, item: 6, place: 7, path: 8, detail: 10 } as const;
const HANDLES = { actor: 4, other: 5 } as const;
const NUMBERS = { at: 2, until: 3, size: 9 } as const;

export function packLines(lines: readonly FactLine[]): FactPack {
  const texts = mapped(RETURNING, (place) => wordsIn(lines, place));
  const words = Object.entries(texts).map(([name, text]) => [`${name} words`, bytesOf(text.words)] as const);
  const rows = Object.entries(texts).map(([name, text]) => [name, text.rows] as const);
  const columns = {
    reference: bytesOf(lines.map(([reference]) => reference)),
    ...Object.fromEntries([...words, ...rows]),
    ...mapped(HANDLES, (place) => Uint32Array.from(lines, (line) => line[place] ?? 0)),
    ...mapped(NUMBERS, (place) => Float64Array.from(lines, (line) => line[place] ?? Number.NaN)),
  };
  const bytes = zstdCompressSync(packColumns(null, columns), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  return { facts: lines.length, bytes, crc: crc32(bytes) };
}

const unpack = promisify(zstdDecompress);
/** Bytes that are unpacked at a time; a pack is a few of them. */
const AT_ONCE = 1 << 21;

/** Words of handles, by number, from 1 on. */
export type HandleWords = readonly (string | undefined)[];

/** What is in a pack; undefined where its bytes have changed since. Several at once are unpacked beside each other. */
export async function factsInPack({ facts, bytes, crc }: FactPack, words: HandleWords): Promise<FactColumns | undefined> {
  if (crc32(bytes) !== crc) return undefined;
  const { columns } = unpackColumns<null>(await unpack(bytes, { chunkSize: AT_ONCE }));
  const wordsOf = (name: keyof typeof RETURNING): readonly string[] => textsIn(columns[`${name} words`]!);
  const texts = mapped(RETURNING, (_, name) => ({ words: [undefined, ...wordsOf(name)], rows: columns[name]! }));
  const { at, until, size } = mapped(NUMBERS, (_, name) => columns[name]!);
  const details = JSON.parse(`[${texts.detail.words.slice(1).join(',')}]`) as readonly object[];
  return {
    count: facts,
    reference: textsIn(columns['reference']!),
    at,
    until,
    size,
    ...texts,
    kind: texts.kind as FactColumns['kind'],
    detail: { words: [undefined, ...details], rows: texts.detail.rows },
    actor: { words, rows: columns['actor']! },
    other: { words, rows: columns['other']! },
  };
}

function mapped<Name extends string, Place, Made>(
  places: Readonly<Record<Name, Place>>,
  make: (place: Place, name: Name) => Made,
): Readonly<Record<Name, Made>> {
  return Object.fromEntries(Object.entries<Place>(places).map(([name, place]) => [name, make(place, name as Name)])) as Record<Name, Made>;
}

/** Row 0 is nothing, row 1 the first word. */
function wordsIn(lines: readonly FactLine[], place: (typeof RETURNING)[keyof typeof RETURNING]) {
  const known = new Map<string, number>();
  const rows = Uint32Array.from(lines, (line) => {
    const word = line[place];
    if (word === null || word === '') return 0;
    const row = known.get(word) ?? known.size + 1;
    if (row > known.size) known.set(word, row);
    return row;
  });
  return { words: [...known.keys()], rows };
}

/** No text that is kept holds a break. */
function bytesOf(words: readonly string[]): Uint8Array {
  return Buffer.from(words.join('\n'));
}

function textsIn(bytes: ArrayBufferView): readonly string[] {
  return bytes.byteLength === 0 ? [] : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString().split('\n');
}
