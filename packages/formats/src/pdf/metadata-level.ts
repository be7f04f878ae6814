import type { FacturXLevel } from '../profile/factur-x-levels.js';
import { PdfBroken } from './pdf-broken.js';
import type { PdfFile } from './pdf-file.js';
import { PdfStream } from './pdf-values.js';

const maximumMetadataBytes = 4 * 1024 * 1024;

/** What the metadata (XMP) say of the file and of the invoice inside. */
export interface StatedLevel {
  /** As written: `EN 16931`, `BASIC WL`… */
  readonly written: string;
  /** Undefined for a word that is none of the standard's. */
  readonly level: FacturXLevel | undefined;
  /** The part of PDF/A the file claims to follow: `3` for a hybrid invoice. */
  readonly archivePart: string | undefined;
}

/** Undefined where the file has no metadata or they say nothing of an invoice. */
export const statedLevel = (file: PdfFile): StatedLevel | undefined => {
  const metadata = metadataOf(file);
  const written = /:ConformanceLevel(?:\s*>|\s*=\s*["'])([^<"']{0,100})[<"']/.exec(metadata)?.[1];
  if (written === undefined) return undefined;
  const word = written.trim();
  return {
    written: word,
    level: levelsByName[word.toUpperCase().replaceAll(/[^A-Z\d]/g, '')],
    archivePart: /\bpdfaid:part(?:\s*>|\s*=\s*["'])\s*(\d)/.exec(metadata)?.[1],
  };
};

/** Letters and figures only: spaces and capitals vary. COMFORT is the old name of EN 16931. */
const levelsByName: Readonly<Record<string, FacturXLevel>> = {
  MINIMUM: 'MINIMUM',
  BASICWL: 'BASIC WL',
  BASIC: 'BASIC',
  EN16931: 'EN 16931',
  COMFORT: 'EN 16931',
  EXTENDED: 'EXTENDED',
  XRECHNUNG: 'XRECHNUNG',
};

const metadataOf = (file: PdfFile): string => {
  try {
    const stream = file.resolve(file.catalog.get('Metadata'));
    if (!(stream instanceof PdfStream)) return '';
    const bytes = file.decode(stream, maximumMetadataBytes);
    const [first, second] = bytes;
    const wide =
      first === 0xfe && second === 0xff
        ? 'utf-16be'
        : first === 0xff && second === 0xfe
          ? 'utf-16le'
          : undefined;
    return wide
      ? new TextDecoder(wide).decode(bytes)
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  } catch (error) {
    if (error instanceof PdfBroken) return '';
    throw error;
  }
};
