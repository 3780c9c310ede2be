import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Fact } from '#core/facts/fact.ts';
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

/** Packs of another format are made anew. */
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

/** Facts by columns. A text that returns stands once: whoever reads it makes it once, and compares it with itself. */
interface FactColumns {
  readonly reference: readonly string[];
  /** Row 0 is nothing, row 1 the first word. */
  readonly texts: Readonly<Record<keyof typeof RETURNING, { readonly words: readonly string[]; readonly rows: Uint32Array }>>;
  /** 0: nobody. */
  readonly handles: Readonly<Record<keyof typeof HANDLES, Uint32Array>>;
  /** NaN: none. */
  readonly numbers: Readonly<Record<keyof typeof NUMBERS, Float64Array>>;
}

export function packLines(lines: readonly FactLine[]): FactPack {
  const { reference, texts, handles, numbers } = columnsOf(lines);
  const words = Object.entries(texts).map(([name, text]) => [`${name} words`, bytesOf(text.words)] as const);
  const rows = Object.entries(texts).map(([name, text]) => [name, text.rows] as const);
  const columns = { reference: bytesOf(reference), ...Object.fromEntries([...words, ...rows]), ...handles, ...numbers };
  const bytes = zstdCompressSync(packColumns(null, columns), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  return { facts: lines.length, bytes, crc: crc32(bytes) };
}

/** What is in a pack; undefined where its bytes have changed since. `words`: of handles, by number, from 1 on. */
export function factsInPack({ bytes, crc }: Omit<FactPack, 'facts'>, words: HandleWords): readonly Fact[] | undefined {
  if (crc32(bytes) !== crc) return undefined;
  const { columns } = unpackColumns<null>(zstdDecompressSync(bytes));
  const texts = mapped(RETURNING, (_, name) => ({ words: textsIn(columns[`${name} words`]!), rows: columns[name] as Uint32Array }));
  const handles = mapped(HANDLES, (_, name) => columns[name] as Uint32Array);
  const numbers = mapped(NUMBERS, (_, name) => columns[name] as Float64Array);
  return factsOf({ reference: textsIn(columns['reference']!), texts, handles, numbers }, words);
}

/** What a pack of these lines would give back. */
export function factsOfLines(lines: readonly FactLine[], words: HandleWords): readonly Fact[] {
  return factsOf(columnsOf(lines), words);
}

export type HandleWords = readonly (string | undefined)[];

function columnsOf(lines: readonly FactLine[]): FactColumns {
  return {
    reference: lines.map(([reference]) => reference),
    texts: mapped(RETURNING, (place) => wordsIn(lines, place)),
    handles: mapped(HANDLES, (place) => Uint32Array.from(lines, (line) => line[place] ?? 0)),
    numbers: mapped(NUMBERS, (place) => Float64Array.from(lines, (line) => line[place] ?? Number.NaN)),
  };
}

function mapped<Name extends string, Place, Made>(
  places: Readonly<Record<Name, Place>>,
  make: (place: Place, name: Name) => Made,
): Readonly<Record<Name, Made>> {
  return Object.fromEntries(Object.entries<Place>(places).map(([name, place]) => [name, make(place, name as Name)])) as Record<Name, Made>;
}

function wordsIn(lines: readonly FactLine[], place: (typeof RETURNING)[keyof typeof RETURNING]): FactColumns['texts']['kind'] {
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

/** All of one shape, whatever is absent: whoever looks at a million of them finds each field at the same place. */
function factsOf({ reference, texts, handles, numbers }: FactColumns, words: HandleWords): readonly Fact[] {
  const { kind, item, place, path, detail } = mapped(texts, ({ words: own, rows }) => ({ words: [undefined, ...own], rows }));
  const details = [undefined, ...(JSON.parse(`[${texts.detail.words.join(',')}]`) as readonly object[])];
  const [{ actor, other }, { at, until, size }] = [handles, numbers];
  const facts: unknown[] = [];
  for (let row = 0; row < reference.length; row++)
    facts.push({
      kind: kind.words[kind.rows[row]!],
      reference: reference[row]!,
      at: at[row]!,
      until: numberOf(until[row]!),
      actor: words[actor[row]!],
      other: words[other[row]!],
      item: item.words[item.rows[row]!],
      place: place.words[place.rows[row]!],
      path: path.words[path.rows[row]!],
      size: numberOf(size[row]!),
      detail: details[detail.rows[row]!],
    });
  return facts as readonly Fact[];
}

function numberOf(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
