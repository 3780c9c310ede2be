import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { packColumns, unpackColumns } from './columns.ts';

const columns = {
  bytes: Uint8Array.of(1, 2, 255),
  shorts: Uint16Array.of(65_535),
  signed: Int32Array.of(-1, 2 ** 31 - 1),
  rows: Uint32Array.of(0xffff_ffff, 0),
  shares: Float32Array.of(0.5),
  rates: Float64Array.of(Math.PI, -0),
  empty: new Uint32Array(0),
};

describe('columns', () => {
  it('[terms.4] what is packed comes back: every kind, every length, with its header', () => {
    const { meta, columns: back } = unpackColumns<{ names: string[] }>(packColumns({ names: ['Zoë', '\u0000'] }, columns));
    expect(meta).toEqual({ names: ['Zoë', '\u0000'] });
    expect(back).toEqual(columns);
  });

  it('[terms.4] what is packed comes back from any offset in a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff_ffff })), fc.integer({ min: 0, max: 17 }), (values, offset) => {
        const packed = packColumns(null, { values: Uint32Array.from(values) });
        const larger = new Uint8Array(offset + packed.length + 3);
        larger.set(packed, offset);
        const back = unpackColumns(larger.subarray(offset, offset + packed.length));
        expect([...back.columns['values']!]).toEqual(values);
      }),
    );
  });

  it('[terms.5] bytes that are cut short or foreign are refused, never misread', () => {
    const whole = packColumns({ n: 1 }, columns);
    expect(() => unpackColumns(new Uint8Array(3))).toThrow(RangeError);
    expect(() => unpackColumns(new Uint8Array(64))).toThrow(RangeError);
    for (const length of [8, 20, whole.length - 16]) expect(() => unpackColumns(whole.slice(0, length))).toThrow(RangeError);
  });
});
