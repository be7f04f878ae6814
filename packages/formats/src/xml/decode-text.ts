import { stopReading } from '../reading/read-fault.js';

export interface DecodedText {
  /** The text, piece by piece; reading it throws ReadingStopped where the bytes do not fit the encoding. */
  readonly pieces: Iterable<string>;
  /** The encoding written in the XML declaration, where the byte order mark says another. */
  readonly contradicted?: string;
  readonly encoding: string;
}

const pieceBytes = 1 << 20;

/** Encodings we read, by the names XML documents give them; each fits a decoder of the platform. */
const accepted: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
};

/**
 * Decodes an XML document: by its byte order mark, else by its declaration, else as UTF-8.
 * Throws ReadingStopped (PV-READ-ENCODING) for an encoding we do not read and for bytes that do not fit.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const marked = encodingByMark(bytes);
  const declared = declaredEncoding(bytes, marked?.encoding);
  const wanted = declared === undefined ? 'utf-8' : accepted[declared.toLowerCase()];
  if (!marked && declared !== undefined && wanted === undefined)
    stopReading('PV-READ-ENCODING', { declared: declared.slice(0, 40) });
  const encoding = marked?.encoding ?? wanted ?? 'utf-8';
  const agrees = declared === undefined || marked === undefined || sameFamily(wanted, marked.encoding);
  return {
    encoding,
    pieces: pieces(bytes.subarray(marked?.length ?? 0), encoding),
    ...(agrees || declared === undefined ? {} : { contradicted: declared }),
  };
};

const encodingByMark = (bytes: Uint8Array): { encoding: string; length: number } | undefined => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', length: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', length: 0 };
  return undefined;
};

const declaredEncoding = (bytes: Uint8Array, marked: string | undefined): string | undefined => {
  const head = new TextDecoder(marked ?? 'windows-1252').decode(bytes.subarray(0, 400));
  return /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
};

const sameFamily = (declared: string | undefined, marked: string): boolean =>
  declared?.slice(0, 6) === marked.slice(0, 6);

function* pieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += pieceBytes)
      yield decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) stopReading('PV-READ-ENCODING', { declared: encoding });
    throw error;
  }
}
