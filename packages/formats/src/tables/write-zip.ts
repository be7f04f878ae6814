import { constants, crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** Sizes stand behind each part, as it is written in one go; names are UTF-8. */
const flags = 0x0808;
const VERSION = 20;
/** 1 January 1980: the same table is the same file. */
const DAY = 0x21;

/** Writes a ZIP archive as its parts are made, never holding one whole. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const header = localHeader(name);
    yield header;
    const state = { checksum: 0, bytes: 0, packedBytes: 0 };
    for await (const chunk of packed(part.content, state)) {
      state.packedBytes += chunk.length;
      yield chunk;
    }
    yield sizesBehind(state);
    written.push({ name, at, ...state });
    at += header.length + state.packedBytes + 16;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, at);
}

async function* packed(
  content: ZipPart['content'],
  state: { checksum: number; bytes: number },
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION });
  const feeding = (async () => {
    for await (const piece of content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      state.checksum = crc32(bytes, state.checksum);
      state.bytes += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })().catch((error: unknown) => {
    deflate.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  yield* deflate as AsyncIterable<Uint8Array>;
  await feeding;
}

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const sizesBehind = ({ checksum, packedBytes, bytes }: Omit<Written, 'name' | 'at'>): Buffer => {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(checksum, 4);
  sizes.writeUInt32LE(packedBytes, 8);
  sizes.writeUInt32LE(bytes, 12);
  return sizes;
};

const directoryEntry = ({ name, at, checksum, packedBytes, bytes }: Written): Buffer => {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(checksum, 16);
  entry.writeUInt32LE(packedBytes, 20);
  entry.writeUInt32LE(bytes, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
};

const endOfDirectory = (count: number, bytes: number, at: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
};
