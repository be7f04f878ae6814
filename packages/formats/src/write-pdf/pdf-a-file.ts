import { type AttachedFile, attachFiles } from './attached-files.js';
import { embedFont } from './embedded-font.js';
import { paper } from './paper.js';
import { PdfObjects, pdfDate, pdfText } from './pdf-objects.js';
import { srgbProfile } from './srgb-profile.js';
import type { Typesetter } from './typesetter.js';
import { creator, type FileDescription, xmpMetadata } from './xmp-metadata.js';

/** Pages ready to be put into a file. */
export interface SetPages {
  /** The operators of each page. */
  readonly contents: readonly string[];
  /** Who set them, and so knows which letters they use. */
  readonly typesetter: Typesetter;
}

export interface PdfAContent {
  readonly pages: SetPages;
  readonly description: FileDescription;
  readonly files: readonly AttachedFile[];
}

/** A file that keeps to PDF/A-3b (ISO 19005-3): fonts, colours and metadata inside, nothing active, nothing outside. */
export const pdfAFile = ({ pages, description, files }: PdfAContent): Uint8Array => {
  const objects = new PdfObjects();
  const catalogue = objects.add(
    [
      '<< /Type /Catalog /Version /1.7',
      `/Pages ${addPages(objects, pages)}`,
      `/Lang ${pdfText(description.language)} /ViewerPreferences << /DisplayDocTitle true >>`,
      `/Metadata ${addMetadata(objects, description)}`,
      `/OutputIntents [${addOutputIntent(objects)}]`,
      files.length > 0 ? attachFiles(objects, files, description.madeAt) : '',
      '>>',
    ].join('\n'),
  );
  return objects.file(catalogue, objects.add(informationOf(description)));
};

const addPages = (objects: PdfObjects, { contents, typesetter }: SetPages): string => {
  const fonts = Object.values(typesetter.faces)
    .map(({ name, subset }) => `/${name} ${embedFont(objects, subset)}`)
    .join(' ');
  const resources = objects.add(`<< /Font << ${fonts} >> >>`);
  const tree = objects.reserve();
  const pages = contents.map((content) => {
    const stream = objects.addStream('', new TextEncoder().encode(content));
    return objects.add(
      `<< /Type /Page /Parent ${tree} /MediaBox [0 0 ${paper.width} ${paper.height}] /Resources ${resources} /Contents ${stream} >>`,
    );
  });
  objects.put(tree, `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`);
  return tree;
};

/** Never compressed: archives find it without knowing PDF (ISO 19005-3, 6.6.2.1). */
const addMetadata = (objects: PdfObjects, description: FileDescription): string =>
  objects.addStream('/Type /Metadata /Subtype /XML', new TextEncoder().encode(xmpMetadata(description)), {
    compressed: false,
  });

const addOutputIntent = (objects: PdfObjects): string => {
  const profile = objects.addStream('/N 3', srgbProfile());
  const name = pdfText('sRGB IEC61966-2.1');
  return `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${name} /Info ${name} /DestOutputProfile ${profile} >>`;
};

const informationOf = ({ title, author, subject, madeAt }: FileDescription): string =>
  `<< /Title ${pdfText(title)} /Author ${pdfText(author)} /Subject ${pdfText(subject)} /Creator ${pdfText(creator)} /Producer ${pdfText(creator)} /CreationDate ${pdfDate(madeAt)} /ModDate ${pdfDate(madeAt)} >>`;
