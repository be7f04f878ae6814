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
const pdfHeaderWithin = 1024;

export const sniff = (bytes: Uint8Array): SniffedKind => {
  const head = latin1(bytes.subarray(0, pdfHeaderWithin));
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d))
    return { is: 'empty' };
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known) return { is: 'other', name: known[1] };
  if (head.includes('%PDF-')) return { is: 'pdf' };
  const text = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
  const start = text.trimStart();
  const [first = ''] = start;
  if (/^<(!doctype\s+html|html)\b/i.test(start)) return { is: 'other', name: 'HTML' };
  if (first === '<') return { is: 'xml' };
  return { is: 'other', name: first === '{' || first === '[' ? 'JSON' : 'text' };
};

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
