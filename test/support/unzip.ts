import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT: the record at the end, and one for each file. */
const END = 0x06054b50;
const END_BYTES = 22;
const DEFLATED = 8;

/**
 * Unpacks an archive that is a fixture of ours: without comments, encryption or large files.
 * @param folder where to; made if it is not there
 */
export function unzip(archive: string, folder: string): void {
  const bytes = readFileSync(archive);
  const end = bytes.length - END_BYTES;
  if (bytes.readUInt32LE(end) !== END) throw new Error(`${archive} is no archive of ours`);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameBytes, extraBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const content = contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
    if (!name.endsWith('/')) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    at += 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
  }
}

/** @param at where the file's own header begins. @param size of what is packed, in bytes */
function contentAt(bytes: Buffer, at: number, size: number): Buffer {
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + size);
  return bytes.readUInt16LE(at + 8) === DEFLATED ? inflateRawSync(packed) : packed;
}
