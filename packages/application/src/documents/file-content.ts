/** How much of a file its kind shows in: a PDF may begin as late as that. */
export const HEAD_BYTES = 1024;

/** What a file is by its first bytes; `application/octet-stream` where nothing tells. */
type ContentType =
  | 'application/x-executable'
  | 'application/pdf'
  | 'application/gzip'
  | 'application/x-bzip2'
  | 'application/zip'
  | 'application/rtf'
  | 'application/xml'
  | 'application/octet-stream'
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/bmp'
  | 'image/tiff'
  | 'text/plain';

const PROGRAM: ContentType = 'application/x-executable';

/** Programs first: nothing else they also look like saves them. */
const signatures: readonly (readonly [type: ContentType, marks: readonly string[]])[] = [
  // Linux; macOS in its four orders of bytes and for several processors (also Java); scripts; Windows shortcuts.
  [PROGRAM, ['\x7fELF', '\xfe\xed\xfa\xce', '\xfe\xed\xfa\xcf', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe']],
  [PROGRAM, ['\xca\xfe\xba\xbe', '#!', '\xef\xbb\xbf#!', 'L\0\0\0\x01\x14\x02\0']],
  ['image/png', ['\x89PNG\r\n\x1a\n']],
  ['image/jpeg', ['\xff\xd8\xff']],
  ['image/gif', ['GIF87a', 'GIF89a']],
  ['image/bmp', ['BM']],
  ['image/tiff', ['II*\0', 'MM\0*']],
  ['application/gzip', ['\x1f\x8b']],
  ['application/x-bzip2', ['BZh']],
  ['application/zip', ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']],
  ['application/rtf', ['{\\rtf']],
];

const utf16Marks = ['\xff\xfe', '\xfe\xff'];

/** Judges by the first HEAD_BYTES of a file (all of it, when it is shorter), never by its name. */
export const contentTypeOf = (head: Uint8Array): ContentType => {
  const start = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  // Two letters that a text may begin with; a program has zeros soon after.
  if (start.startsWith('MZ') && start.includes('\0')) return PROGRAM;
  const signed = signatures.find(([, marks]) => marks.some((mark) => start.startsWith(mark)));
  if (signed) return signed[0];
  if (start.includes('%PDF-')) return 'application/pdf';
  const isUtf16 = utf16Marks.some((mark) => start.startsWith(mark));
  const letters = isUtf16 ? start.slice(2).replaceAll('\0', '') : start;
  if (letters.includes('\0')) return 'application/octet-stream';
  return /^(\xef\xbb\xbf)?\s*<[!?A-Za-z]/.test(letters) ? 'application/xml' : 'text/plain';
};

const archive: readonly ContentType[] = ['application/zip'];
const markup: readonly ContentType[] = ['application/xml'];
/** A table or a note may begin with the letters that mark other formats. */
const text: readonly ContentType[] = [
  'text/plain',
  'application/xml',
  'image/bmp',
  'application/x-bzip2',
  'application/rtf',
];

/** What an extension promises. Those that stand for several formats (`doc`, `fax`, `p7s`…) promise nothing. */
const promised: ReadonlyMap<string, readonly string[]> = new Map([
  ['pdf', ['application/pdf']],
  ['png', ['image/png']],
  ['jpg', ['image/jpeg']],
  ['jpeg', ['image/jpeg']],
  ['gif', ['image/gif']],
  ['bmp', ['image/bmp']],
  ['tif', ['image/tiff']],
  ['tiff', ['image/tiff']],
  ['gz', ['application/gzip']],
  ['gzip', ['application/gzip']],
  ['tgz', ['application/gzip']],
  ['bz2', ['application/x-bzip2']],
  ['rtf', ['application/rtf']],
  ...['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'].map((name) => [name, archive] as const),
  ...['xml', 'svg', 'xhtml'].map((name) => [name, markup] as const),
  ...['htm', 'html', 'csv', 'txt'].map((name) => [name, text] as const),
]);

/** `extension`: in lower case, without the point. `content`: what `contentTypeOf` said of the file. */
export const isContentOf = (extension: string, content: string): boolean =>
  promised.get(extension)?.includes(content) ?? true;

/** A program is refused under every name. */
export const isProgram = (content: string): boolean => content === PROGRAM;
