/** The values a PDF is made of (ISO 32000-2, 7.3), as far as finding attached files needs them. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | PdfArray
  | PdfDict;

export type PdfArray = readonly PdfValue[];
export type PdfDict = ReadonlyMap<string, PdfValue>;

export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfString {
  /** One character for each byte. */
  constructor(readonly bytes: string) {}

  /** Text strings are PDFDocEncoding, UTF-16 or UTF-8 with their marks. */
  toText(): string {
    const raw = Uint8Array.from(this.bytes, (character) => character.charCodeAt(0));
    const [first, second] = raw;
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(raw.subarray(2));
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(raw.subarray(2));
    if (first === 0xef && second === 0xbb) return new TextDecoder('utf-8').decode(raw.subarray(3));
    return this.bytes;
  }
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    /** Where its bytes begin in the file. */
    readonly start: number,
  ) {}
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is PdfArray => Array.isArray(value);
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value instanceof PdfName ? value.name : undefined;
