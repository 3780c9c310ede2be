/**
 * Packs named typed arrays and a small JSON header into one buffer and back.
 * Used wherever columns leave memory: the store's ledger segments and the data that the page loads.
 * Layout: magic `USC1`, header length (uint32 LE), header JSON (UTF-8), padding to 8, then each column at its 8-aligned offset.
 */
export type ColumnArray = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;
type Kind = 'u8' | 'u16' | 'i32' | 'u32' | 'f32' | 'f64';
interface Header {
  readonly meta: unknown;
  readonly columns: readonly { readonly name: string; readonly kind: Kind; readonly length: number; readonly offset: number }[];
}

export interface Packed<Meta> {
  readonly meta: Meta;
  readonly columns: Readonly<Record<string, ColumnArray>>;
}

const MAGIC = 0x31435355;

/** Little-endian; all platforms that Node and browsers run on are. */
export function packColumns(meta: unknown, columns: Readonly<Record<string, ColumnArray>>): Uint8Array<ArrayBuffer> {
  let at = 0;
  const described = Object.entries(columns).map(([name, data]) => {
    const offset = at;
    at = align(at + data.byteLength);
    return { name, kind: kindOf(data), length: data.length, offset };
  });
  const header = new TextEncoder().encode(JSON.stringify({ meta, columns: described } satisfies Header));
  const base = align(8 + header.byteLength);
  const out = new Uint8Array(base + at);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.byteLength, true);
  out.set(header, 8);
  for (const column of described) {
    const data = columns[column.name]!;
    out.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + column.offset);
  }
  return out;
}

/** Views into `bytes` without copying when it is 8-aligned; throws `RangeError` on anything malformed. */
export function unpackColumns<Meta>(bytes: Uint8Array): Packed<Meta> {
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  if (whole.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not packed columns');
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > whole.byteLength) throw new RangeError('packed columns are cut short');
  const header = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + headerLength))) as Header;
  const base = align(8 + headerLength);
  const columns: Record<string, ColumnArray> = {};
  for (const column of header.columns) {
    columns[column.name] = viewOf(whole, base + column.offset, column.kind, column.length);
  }
  return { meta: header.meta as Meta, columns };
}

function align(n: number): number {
  return Math.ceil(n / 8) * 8;
}

function kindOf(data: ColumnArray): Kind {
  if (data instanceof Uint8Array) return 'u8';
  if (data instanceof Uint16Array) return 'u16';
  if (data instanceof Int32Array) return 'i32';
  if (data instanceof Uint32Array) return 'u32';
  if (data instanceof Float32Array) return 'f32';
  return 'f64';
}

const WIDTH: Readonly<Record<Kind, number>> = { u8: 1, u16: 2, i32: 4, u32: 4, f32: 4, f64: 8 };

function viewOf(whole: Uint8Array, offset: number, kind: Kind, length: number): ColumnArray {
  if (offset + length * WIDTH[kind] > whole.byteLength) throw new RangeError('packed columns are cut short');
  const buffer = whole.buffer as ArrayBuffer;
  const at = whole.byteOffset + offset;
  switch (kind) {
    case 'u8':
      return new Uint8Array(buffer, at, length);
    case 'u16':
      return new Uint16Array(buffer, at, length);
    case 'i32':
      return new Int32Array(buffer, at, length);
    case 'u32':
      return new Uint32Array(buffer, at, length);
    case 'f32':
      return new Float32Array(buffer, at, length);
    case 'f64':
      return new Float64Array(buffer, at, length);
  }
}
