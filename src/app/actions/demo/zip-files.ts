import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Files as one archive (PKWARE's APPNOTE 6.3: local headers, central directory, end record), smaller than 4 GB and 65,535 files. */
export function zipFiles(files: readonly ZippedFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content } of files) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content as Uint8Array)];
    const packed = deflateRawSync(bytes);
    const head = headOf({ bytes, packed, name });
    parts.push(Buffer.from('PK\u0003\u0004'), head, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, place, name);
    at += 4 + head.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end]);
}

/** What stands in front of a file and in the directory alike: version 2.0, names in UTF-8, deflated. */
function headOf({ bytes, packed, name }: { readonly bytes: Buffer; readonly packed: Buffer; readonly name: Buffer }): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(0x800, 2);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}
