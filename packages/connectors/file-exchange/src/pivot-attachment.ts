import type { EnvelopeFile, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { writeZip } from '@parvis/formats/tables/write-zip';

/** A file of the invoice as the pivot carries it. */
export interface PivotAttachment {
  /** At most 50 characters, none twice. */
  readonly name: string;
  /** As it was called; absent for the invoice itself. */
  readonly originalName?: string;
  readonly category: string;
  /** 01 the invoice, 02 what comes with it. */
  readonly type: '01' | '02';
  readonly mediaType: string;
  readonly file: EnvelopeFile;
}

const LONGEST_NAME = 50;

/** The original first, as the invoice; then the readable copy and what was added. */
export const pivotAttachments = ({ files, supplier, invoice }: InvoiceEnvelope): readonly PivotAttachment[] =>
  files.map((file, index) => {
    const extension = extensionOf(file.fileName);
    const isInvoice = index === 0;
    const identifier = supplier.siret ?? supplier.otherIdentifier.value;
    return {
      name: isInvoice
        ? `FAC${plain(identifier)}${plain(invoice.number ?? '')}`.slice(0, LONGEST_NAME - extension.length) +
          extension
        : `PJ${String(index).padStart(2, '0')}${extension}`,
      ...(isInvoice ? {} : { originalName: shortened(file.fileName, extension) }),
      category: categoryOf(file, index),
      type: isInvoice ? '01' : '02',
      mediaType: file.mediaType,
      file,
    };
  });

/** A ZIP that holds the one file under its name, in base64: the pivot's way since its first version. */
export const zippedBase64 = async ({ name, file }: PivotAttachment): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip([{ name, content: [file.bytes] }])) pieces.push(piece);
  return Buffer.concat(pieces).toString('base64');
};

const extensionOf = (fileName: string): string => {
  const [extension = ''] = /\.[A-Za-z0-9]{1,5}$/.exec(fileName) ?? [];
  return extension.toLowerCase();
};

const plain = (text: string): string => text.replaceAll(/[^A-Za-z0-9-]/g, '');

const shortened = (fileName: string, extension: string): string => {
  const letters = [...fileName];
  return letters.length <= LONGEST_NAME
    ? fileName
    : letters.slice(0, LONGEST_NAME - extension.length).join('') + extension;
};

/** The words met in real flows. */
const categoryOf = ({ mediaType }: EnvelopeFile, index: number): string => {
  if (index > 1) return 'Pièce jointe standard';
  if (mediaType === 'application/pdf') return 'Facture PDF';
  return index === 0 && mediaType.includes('xml') ? 'Facture XML' : 'Pièce jointe standard';
};
