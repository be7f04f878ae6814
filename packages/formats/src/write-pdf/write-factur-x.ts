import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { typeCodeLabel } from '@parvis/domain/invoice/type-codes';
import { type FacturXLevel, levelOf, specificationOfLevel } from '../profile/factur-x-levels.js';
import { writeCii } from '../write/write-cii.js';
import type { AttachedFile } from './attached-files.js';
import { layOut } from './invoice-pages.js';
import { pdfAFile } from './pdf-a-file.js';
import { printable } from './typeface.js';
import { creator, type FileDescription } from './xmp-metadata.js';

export interface FacturXOptions {
  /** Of the page; the data have none. */
  readonly language: Language;
  /** Replaces the profile the invoice names (BT-24); whether the invoice keeps to it is the caller's to know. */
  readonly profile?: FacturXLevel;
  /** The CII document to embed; without it, one is written from the invoice. */
  readonly xml?: string;
  /** Files beside the invoice; those inside it (BT-125) come along by themselves. */
  readonly attachments?: readonly SupplementaryFile[];
  /** The moment the file states as that of its making; without it, the invoice's day: the same invoice, the same bytes. */
  readonly madeAt?: Date;
}

export interface SupplementaryFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const invoiceFileName = 'factur-x.xml';

/** Writes a Factur-X file: PDF/A-3b with a page for people and the invoice as CII inside. */
export const writeFacturX = async (given: Invoice, options: FacturXOptions): Promise<Uint8Array> => {
  const { language, profile, madeAt = dayOf(given), attachments = [] } = options;
  const invoice = profile === undefined ? given : { ...given, specification: specificationOfLevel[profile] };
  const level = profile ?? levelOf(invoice.specification) ?? 'EN 16931';
  const xml = options.xml ?? writeCii(invoice).xml;
  return pdfAFile({
    pages: layOut(invoice, language),
    description: describe(invoice, language, level, madeAt),
    files: [invoiceFile(xml, level), ...supportingFiles(invoice), ...attachments.map(supplement)],
  });
};

const dayOf = ({ issueDate }: Invoice): Date => {
  const day = new Date(`${issueDate}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 ? new Date(0) : day;
};

const describe = (
  invoice: Invoice,
  language: Language,
  level: FacturXLevel,
  madeAt: Date,
): FileDescription => {
  const name = `${typeCodeLabel(invoice.typeCode ?? '380', language)} ${invoice.number ?? ''}`.trim();
  const author = oneLine(invoice.seller.name ?? invoice.seller.tradingName ?? creator);
  return {
    title: oneLine(`${author} · ${name}`),
    author,
    subject: oneLine(`${name} (Factur-X ${level})`),
    language,
    madeAt,
    invoice: { fileName: invoiceFileName, level },
  };
};

const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ').slice(0, 500);

/** France takes `Data` as well; Germany asks for `Alternative` wherever the XML is a whole invoice. */
const invoiceFile = (xml: string, level: FacturXLevel): AttachedFile => ({
  fileName: invoiceFileName,
  mediaType: 'text/xml',
  bytes: new TextEncoder().encode(xml),
  description: 'Factur-X',
  relationship: level === 'MINIMUM' || level === 'BASIC WL' ? 'Data' : 'Alternative',
});

const supportingFiles = ({ supportingDocuments }: Invoice): AttachedFile[] =>
  supportingDocuments.flatMap(({ attachment, reference }, index) =>
    attachment === undefined
      ? []
      : supplement({
          fileName: attachment.fileName ?? reference ?? `${index + 1}`,
          mediaType: attachment.mediaType ?? 'application/octet-stream',
          bytes: Buffer.from(attachment.contentBase64, 'base64'),
        }),
  );

const supplement = ({ fileName, mediaType, bytes }: SupplementaryFile): AttachedFile => ({
  fileName: plainName(fileName),
  mediaType: mediaTypes.test(mediaType) ? mediaType : 'application/octet-stream',
  bytes,
  relationship: 'Supplement',
});

/** No folders, nothing unprintable, and never the name that readers take for the invoice. */
const plainName = (fileName: string): string => {
  const name = oneLine(fileName.split(/[/\\]/).at(-1) ?? '').trim();
  return name === '' || invoiceNames.test(name) ? `1-${name}` : name;
};

/** As PDF can name them: short, and a type with its kind. */
const mediaTypes = /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/;

const invoiceNames = /^(factur-x|zugferd-invoice|xrechnung|order-x)\.xml$/i;
