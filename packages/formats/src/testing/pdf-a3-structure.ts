import type { EmbeddedFile } from '../pdf/embedded-files.js';
import { embeddedFiles } from '../pdf/embedded-files.js';
import { pagesOf } from '../pdf/page/page-tree.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { isArray, isDict, nameOf, type PdfDict, PdfStream, PdfString } from '../pdf/pdf-values.js';

/**
 * What ISO 19005-3 (level b) and Factur-X ask of a file's structure and a file does not keep: the part of their demands
 * that can be seen without rendering. Empty for a good file. Throws PdfBroken on what is no PDF.
 */
export const breachesOfPdfA3 = (bytes: Uint8Array): string[] => {
  const file = new PdfFile(bytes);
  const { catalog } = file;
  return [
    ...ofFile(bytes, file),
    ...ofMetadata(file),
    ...ofOutputIntent(file),
    ...embeddedFiles(file).flatMap((one) => ofAttachment(file, one)),
    ...[...pagesOf(file)].flatMap(({ dict, resources }) => [...ofPage(dict), ...ofFonts(file, resources)]),
    ...['AA', 'OpenAction', 'AcroForm', 'OCProperties'].filter((key) => catalog.has(key)),
  ];
};

const ofFile = (bytes: Uint8Array, { trailer, text }: PdfFile): string[] => {
  const identifiers = trailer.get('ID');
  const checks: [string, boolean][] = [
    ['header', /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(text.slice(0, 20))],
    ['end', /%%EOF\n?$/.test(text.slice(-8))],
    ['encrypted', !trailer.has('Encrypt')],
    [
      'identifier',
      isArray(identifiers) && identifiers.every((one) => one instanceof PdfString && one.bytes.length === 16),
    ],
    ['empty', bytes.length > 0],
  ];
  return failed(checks);
};

/** Of hybrid invoices: what XMP says of the data inside, and declares beforehand. */
const extensionProperties = ['DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel'];

const ofMetadata = (file: PdfFile): string[] => {
  const stream = file.resolve(file.catalog.get('Metadata'));
  if (!(stream instanceof PdfStream)) return ['metadata'];
  const xmp = Buffer.from(file.decode(stream, 1_000_000)).toString('utf8');
  const information = file.dict(file.trailer.get('Info'));
  const textOf = (key: string): string => {
    const value = file.resolve(information?.get(key));
    return value instanceof PdfString ? value.toText() : '';
  };
  const unescaped = xmp.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const moment = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(textOf('CreationDate'));
  const [, year, month, day, hour, minute, second] = moment ?? [];
  return failed([
    ['metadata filter', !stream.dict.has('Filter')],
    ['pdfaid:part', xmp.includes('<pdfaid:part>3</pdfaid:part>')],
    ['pdfaid:conformance', xmp.includes('<pdfaid:conformance>B</pdfaid:conformance>')],
    ['title', unescaped.includes(`<rdf:li xml:lang="x-default">${textOf('Title')}</rdf:li>`)],
    ['author', unescaped.includes(`<rdf:li>${textOf('Author')}</rdf:li>`)],
    ['producer', xmp.includes(`<pdf:Producer>${textOf('Producer')}</pdf:Producer>`)],
    ['creator', xmp.includes(`<xmp:CreatorTool>${textOf('Creator')}</xmp:CreatorTool>`)],
    [
      'date',
      xmp.includes(`<xmp:CreateDate>${year}-${month}-${day}T${hour}:${minute}:${second}Z</xmp:CreateDate>`),
    ],
    ...(embeddedFiles(file).length > 0 ? extensionProperties : []).flatMap((name): [string, boolean][] => [
      [`fx:${name}`, xmp.includes(`<fx:${name}>`)],
      [`declaration of ${name}`, xmp.includes(`<pdfaProperty:name>${name}</pdfaProperty:name>`)],
    ]),
  ]);
};

const ofOutputIntent = (file: PdfFile): string[] => {
  const intents = file.resolve(file.catalog.get('OutputIntents'));
  const intent = isArray(intents) ? file.dict(intents[0]) : undefined;
  const profile = file.resolve(intent?.get('DestOutputProfile'));
  if (!(profile instanceof PdfStream)) return ['output intent'];
  const bytes = Buffer.from(file.decode(profile, 1_000_000));
  return failed([
    ['output intent kind', nameOf(intent?.get('S')) === 'GTS_PDFA1'],
    ['profile components', profile.dict.get('N') === 3],
    ['profile length', bytes.readUInt32BE(0) === bytes.length],
    ['profile signature', bytes.toString('latin1', 36, 40) === 'acsp'],
    ['profile kind', bytes.toString('latin1', 12, 20) === 'mntrRGB '],
  ]);
};

const ofAttachment = (file: PdfFile, one: EmbeddedFile): string[] => {
  const { stream, associated, inNameTree, relationship, mediaType } = one;
  const parameters = file.dict(stream.dict.get('Params'));
  return failed([
    [`${one.fileName} in AF`, associated],
    [`${one.fileName} in names`, inNameTree],
    [`${one.fileName} relationship`, relationship !== undefined],
    [`${one.fileName} type`, mediaType?.includes('/') ?? false],
    [`${one.fileName} date`, parameters?.get('ModDate') instanceof PdfString],
    [`${one.fileName} size`, parameters?.get('Size') === file.decode(stream, 100_000_000).length],
  ]);
};

const ofPage = (page: PdfDict): string[] =>
  ['AA', 'Group', 'Annots', 'Metadata'].filter((key) => page.has(key)).map((key) => `page ${key}`);

const ofFonts = (file: PdfFile, resources: PdfDict): string[] => {
  const fonts = file.dict(resources.get('Font'));
  return [...(fonts?.values() ?? [])].flatMap((value) => {
    const font = file.dict(value);
    const descendants = file.resolve(font?.get('DescendantFonts'));
    const descendant = isArray(descendants) ? file.dict(descendants[0]) : undefined;
    const descriptor = file.dict(descendant?.get('FontDescriptor'));
    const program = file.resolve(descriptor?.get('FontFile2'));
    return failed([
      ['font embedded', program instanceof PdfStream],
      ['font meanings', file.resolve(font?.get('ToUnicode')) instanceof PdfStream],
      ['font subset', /^[A-Z]{6}\+/.test(nameOf(font?.get('BaseFont')) ?? '')],
      ['font map', nameOf(descendant?.get('CIDToGIDMap')) === 'Identity'],
      ['font widths', isDict(descendant) && isArray(descendant.get('W'))],
      ...(program instanceof PdfStream ? widthsAgree(file, descendant, program) : []),
    ]);
  });
};

/** The widths the page is set with are those of the font program (6.2.11.5). */
const widthsAgree = (
  file: PdfFile,
  descendant: PdfDict | undefined,
  program: PdfStream,
): [string, boolean][] => {
  const font = Buffer.from(file.decode(program, 10_000_000));
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + index * 16;
      return [font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8)] as const;
    }),
  );
  const metrics = tables.get('hmtx') ?? 0;
  const unitsPerEm = font.readUInt16BE((tables.get('head') ?? 0) + 18);
  const entries = descendant?.get('W');
  const widths = isArray(entries) ? entries[1] : undefined;
  const agree =
    isArray(widths) &&
    widths.every(
      (width, glyph) =>
        typeof width === 'number' &&
        Math.abs(width - (font.readUInt16BE(metrics + glyph * 4) * 1000) / unitsPerEm) <= 1,
    );
  return [['font widths agree', agree]];
};

const failed = (checks: readonly (readonly [name: string, holds: boolean])[]): string[] =>
  checks.filter(([, holds]) => !holds).map(([name]) => name);
