/** A member of a tar archive. */
export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
const LONGEST_NAME = 100;

/** Writes a tar archive (POSIX ustar). Names of at most 100 bytes, without `..`. */
export const writeTar = (members: readonly TarMember[], writtenAt: Date): Uint8Array =>
  Buffer.concat([
    ...members.flatMap(({ name, bytes }) => [
      headerOf(name, bytes.length, writtenAt),
      bytes,
      padding(bytes.length),
    ]),
    Buffer.alloc(2 * BLOCK),
  ]);

const headerOf = (name: string, length: number, writtenAt: Date): Buffer => {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new RangeError(`a name too long for tar: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(length, 11), 124);
  header.write(octal(Math.floor(writtenAt.getTime() / 1000), 11), 136);
  // The sum is made as if its own field held spaces.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\u0000 `,
    148,
  );
  return header;
};

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

const padding = (length: number): Buffer => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

/** The plain files of an archive; undefined where it is not whole. */
export const readTar = (bytes: Uint8Array): readonly TarMember[] | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members: TarMember[] = [];
  for (let at = 0; at + BLOCK <= buffer.length; ) {
    const header = buffer.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return members;
    if (!sumFits(header)) return undefined;
    const length = Number.parseInt(textAt(header, 124, 12), 8);
    const end = at + BLOCK + length;
    if (!(length >= 0) || end > buffer.length) return undefined;
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === '0' || kind === '\u0000')
      members.push({ name: textAt(header, 0, 100), bytes: buffer.subarray(at + BLOCK, end) });
    at = end + ((BLOCK - (length % BLOCK)) % BLOCK);
  }
  // The two empty blocks at its end are missing: it is still being written.
  return undefined;
};

const textAt = (header: Buffer, at: number, length: number): string => {
  const text = header.toString('utf8', at, at + length);
  const end = text.indexOf('\u0000');
  return (end < 0 ? text : text.slice(0, end)).trim();
};

const sumFits = (header: Buffer): boolean => {
  const told = Number.parseInt(textAt(header, 148, 8), 8);
  const counted = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return told === counted;
};
