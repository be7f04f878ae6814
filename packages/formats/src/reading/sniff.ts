/** What a file is by its first bytes; its name proves nothing. */
export type SniffedKind = { readonly is: 'empty' | 'pdf' | 'xml' } | { readonly is: 'other'; name: string };

const signatures: readonly (readonly [string, string])[] = [
  ['\x1f\x8b', 'gzip'],
  ['PK\x03\x04', 'zip'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['{\\rtf', 'RTF'],
  ['\xd0\xcf\x11\xe0', 'Office'],
  ['7z\xbc\xaf', '7z'],
  ['Rar!', 'RAR'],
  ['MZ', 'program'],
];

/** The PDF header may stand anywhere in the first kilobyte. */
const headBytes = 1024;

/** `<?xm` in EBCDIC: an XML document, though one that nobody reads. */
const ebcdicStart = 'Lo\xa7\x94';

export const sniff = (bytes: Uint8Array): SniffedKind => {
  const start = firstThatIsNoSpace(bytes);
  if (start === bytes.length) return { is: 'empty' };
  const head = latin1(bytes, 0);
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known) return { is: 'other', name: known[1] };
  if (head.includes('%PDF-')) return { is: 'pdf' };
  return textKind(start === 0 ? head : latin1(bytes, start));
};

const textKind = (head: string): SniffedKind => {
  const text = head.replaceAll('\0', '').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const start = text.trimStart();
  const [first = ''] = start;
  if (/^<(!doctype\s+html|html)\b/i.test(start)) return { is: 'other', name: 'HTML' };
  if (first === '<' || start.startsWith(ebcdicStart)) return { is: 'xml' };
  if (first === '{' || first === '[') return { is: 'other', name: 'JSON' };
  return { is: 'other', name: isText(text) ? 'text' : 'bytes' };
};

/** Text holds hardly any control characters; other data are made of them in one case of nine. */
const isText = (head: string): boolean => {
  const strange = [...head].filter((character) => isControl(character.charCodeAt(0))).length;
  return strange * 20 <= head.length;
};

const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);

const firstThatIsNoSpace = (bytes: Uint8Array): number => {
  let at = 0;
  while (at < bytes.length) {
    const code = bytes[at];
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) break;
    at++;
  }
  return at;
};

const latin1 = (bytes: Uint8Array, start: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, start + headBytes);
