import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Fault } from '@parvis/domain/rules/fault';
import { levelOf } from '../profile/factur-x-levels.js';
import { readFault } from '../reading/read-fault.js';
import { isAcceptedXml, readXmlInvoice, type XmlReading } from '../xml/read-xml-invoice.js';
import { activeContentOf } from './active-content.js';
import { type EmbeddedFile, embeddedFiles } from './embedded-files.js';
import { statedLevel } from './metadata-level.js';
import { contradictionFaults } from './page/contradictions.js';
import { PdfBroken } from './pdf-broken.js';
import { PdfFile } from './pdf-file.js';

/** A file attached to a PDF beside its invoice. */
export interface Attachment {
  readonly fileName: string;
  readonly mediaType?: string;
  readonly relationship?: string;
}

export type PdfReading = Omit<XmlReading, 'syntax'> & {
  readonly syntax: XmlReading['syntax'] | 'factur-x' | 'pdf';
  readonly attachments?: readonly Attachment[];
};

/** The names of the standard and of its forerunners, in lower case. */
const invoiceNames = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const orderName = 'order-x.xml';
/** Some programs attach one and the same file twice. */
const maximumCopies = 3;
const maximumXmlBytes = 64 * 1024 * 1024;

/** Finds the one invoice inside a PDF and reads it; whatever is wrong is told as faults. */
export const readPdfInvoice = (bytes: Uint8Array): PdfReading => {
  try {
    const found = findInvoice(bytes);
    return 'refused' in found ? found.refused : readingOf(found);
  } catch (error) {
    if (error instanceof PdfBroken) return refused('PV-READ-PDF-BROKEN');
    throw error;
  }
};

/** The XML inside a hybrid PDF, and nothing else of it; undefined where there is not exactly one. */
export const invoiceXmlOf = (bytes: Uint8Array): Uint8Array | undefined => {
  try {
    const found = findInvoice(bytes);
    return 'refused' in found ? undefined : found.chosen.xml;
  } catch (error) {
    if (error instanceof PdfBroken) return undefined;
    throw error;
  }
};

const refused = (
  rule: Parameters<typeof readFault>[0],
  values?: Readonly<Record<string, string>>,
): PdfReading => ({ syntax: 'pdf', faults: [readFault(rule, values ? { values } : {})] });

interface Found {
  readonly file: PdfFile;
  /** All that are attached. */
  readonly files: readonly EmbeddedFile[];
  /** Those of the standard names: the invoice, perhaps more than once. */
  readonly named: readonly EmbeddedFile[];
  readonly chosen: Choice;
}

/** Throws PdfBroken. */
const findInvoice = (bytes: Uint8Array): Found | { readonly refused: PdfReading } => {
  const file = new PdfFile(bytes);
  if (file.trailer.has('Encrypt')) return { refused: refused('PV-READ-PDF-ENCRYPTED') };
  const files = embeddedFiles(file);
  const named = files.filter(({ fileName }) => invoiceNames.includes(baseName(fileName)));
  if (named.length === 0) return { refused: withoutInvoice(files) };
  const chosen = theOnly(named.slice(0, maximumCopies), (one) => file.decode(one.stream, maximumXmlBytes));
  if (named.length > maximumCopies || chosen === undefined)
    return { refused: refused('PV-READ-PDF-TWO-INVOICES', { found: namesOf(named) }) };
  return { file, files, named, chosen };
};

const withoutInvoice = (files: readonly EmbeddedFile[]): PdfReading => {
  if (files.some(({ fileName }) => baseName(fileName) === orderName))
    return refused('PV-READ-NOT-AN-INVOICE', { found: 'Order-X' });
  return refused('PV-READ-PDF-WITHOUT-XML', files.length > 0 ? { found: namesOf(files) } : undefined);
};

const readingOf = ({ file, files, named, chosen }: Found): PdfReading => {
  const reading = readXmlInvoice(chosen.xml);
  const { invoice } = reading;
  const faults = [
    ...reading.faults.map(insidePdf),
    ...conformanceFaults(chosen.file),
    ...(invoice ? metadataFaults(file, invoice) : []),
    ...activeContentOf(file, files),
    // Last: it spends what the file may cost, and is silent where that is used up.
    ...(invoice ? contradictionFaults(file, invoice) : []),
  ];
  const attachments = files.filter(({ stream }) => !named.some((one) => one.stream.start === stream.start));
  return {
    ...reading,
    syntax: reading.syntax === 'cii' ? 'factur-x' : reading.syntax === 'unknown' ? 'pdf' : reading.syntax,
    faults,
    attachments: attachments.map(({ fileName, mediaType, relationship }) => ({
      fileName,
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(relationship === undefined ? {} : { relationship }),
    })),
  };
};

/** What is wrong with the file inside is not to be looked for in the PDF. */
const insidePdf = (fault: Fault): Fault =>
  fault.rule === 'PV-READ-NOT-WELL-FORMED' ? { ...fault, values: { ...fault.values, inside: 'pdf' } } : fault;

interface Choice {
  readonly file: EmbeddedFile;
  readonly xml: Uint8Array;
}

/**
 * The one invoice among files of the standard names; undefined where two differ. Some programs attach the invoice in
 * ZUGFeRD 1 beside Factur-X: only documents we read can be in doubt.
 */
const theOnly = (
  files: readonly EmbeddedFile[],
  decode: (file: EmbeddedFile) => Uint8Array,
): Choice | undefined => {
  const [first, ...others] = files;
  if (first && others.length === 0) return { file: first, xml: decode(first) };
  let chosen: (Choice & { readonly accepted: boolean }) | undefined;
  for (const file of files) {
    const xml = decode(file);
    const accepted = isAcceptedXml(xml);
    if (chosen?.accepted && accepted && Buffer.compare(chosen.xml, xml) !== 0) return undefined;
    if (!chosen || (accepted && !chosen.accepted)) chosen = { file, xml, accepted };
  }
  return chosen;
};

const namesOf = (files: readonly EmbeddedFile[]): string =>
  files
    .map(({ fileName }) => fileName)
    .join(', ')
    .slice(0, 200);

/** A name is data: the folders in it count for nothing. */
const baseName = (fileName: string): string => fileName.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';

/** What other readers of the same file may stumble over; it does not keep us from reading it. */
const conformanceFaults = ({ fileName, relationship, associated, inNameTree }: EmbeddedFile): Fault[] => {
  const causes = [
    associated ? undefined : '/AF',
    inNameTree ? undefined : '/EmbeddedFiles',
    relationship === undefined || relationship === 'Unspecified' ? '/AFRelationship' : undefined,
    invoiceNames.includes(fileName) || fileName === 'ZUGFeRD-invoice.xml' ? undefined : 'factur-x.xml',
  ].filter((cause) => cause !== undefined);
  return causes.map((cause) =>
    readFault('PV-READ-PDF-CONFORMANCE', { severity: 'warning', values: { cause, found: fileName } }),
  );
};

/** PDF/A-3 lets files be attached; part 4 (with its level f) does too. */
const archiveParts = ['3', '4'];

/** The metadata speak of the invoice too: other readers believe them (Factur-X 1.0, XMP extension schema). */
const metadataFaults = (file: PdfFile, { specification }: Invoice): Fault[] => {
  const stated = statedLevel(file);
  const cause = !stated ? 'XMP' : archiveParts.includes(stated.archivePart ?? '') ? undefined : 'PDF/A-3';
  const expected = levelOf(specification);
  const faults: Fault[] = [];
  if (cause !== undefined)
    faults.push(
      readFault('PV-READ-PDF-CONFORMANCE', { severity: 'warning', values: { cause, found: cause } }),
    );
  if (stated && expected !== undefined && stated.level !== expected)
    faults.push(
      readFault('PV-READ-PDF-PROFILE', {
        severity: 'warning',
        terms: ['BT-24'],
        path: 'specification',
        values: { found: stated.written, expected },
      }),
    );
  return faults;
};
