/** The offset of the first byte that is not UTF-8 (RFC 3629); undefined where all are. */
export const firstNotUtf8 = (bytes: Uint8Array): number | undefined => {
  let at = 0;
  while (at < bytes.length) {
    const length = lengthOf(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
};

/** How many bytes the character takes that begins here, 0 where none does. */
const lengthOf = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const [lowest, highest] = secondOf(first);
  const second = bytes[at + 1] ?? 0;
  if (second < lowest || second > highest) return 0;
  for (let offset = 2; offset < length; offset++) if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
};

/** Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte. */
const secondOf = (first: number): readonly [number, number] => {
  switch (first) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
};
