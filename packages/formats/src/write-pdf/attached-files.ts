import { type PdfObjects, pdfDate, pdfName, pdfText } from './pdf-objects.js';

/** A file to put into a PDF. */
export interface AttachedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description?: string;
  /** AFRelationship (ISO 32000-2, 7.11.3). */
  readonly relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement';
}

/** The entries of the catalogue through which readers find the files: by name, and as associated files. */
export const attachFiles = (objects: PdfObjects, files: readonly AttachedFile[], madeAt: Date): string => {
  const specifications = withOwnNames(files).map(
    (file) => [file.fileName, objects.add(specificationOf(objects, file, madeAt))] as const,
  );
  const byName = specifications.toSorted(([one], [other]) => (pdfText(one) < pdfText(other) ? -1 : 1));
  const names = byName.map(([name, reference]) => `${pdfText(name)} ${reference}`).join(' ');
  const all = specifications.map(([, reference]) => reference).join(' ');
  return `/AF [${all}] /Names << /EmbeddedFiles << /Names [${names}] >> >>`;
};

const specificationOf = (objects: PdfObjects, file: AttachedFile, madeAt: Date): string => {
  const { bytes, mediaType, fileName, description = fileName, relationship } = file;
  const stream = objects.addStream(
    `/Type /EmbeddedFile /Subtype ${pdfName(mediaType)} /Params << /ModDate ${pdfDate(madeAt)} /Size ${bytes.length} >>`,
    bytes,
  );
  const name = pdfText(fileName);
  return `<< /Type /Filespec /F ${name} /UF ${name} /Desc ${pdfText(description)} /AFRelationship ${pdfName(relationship)} /EF << /F ${stream} /UF ${stream} >> >>`;
};

/** Two files of one name would hide each other: a later one is numbered, « plan (2).pdf ». */
const withOwnNames = (files: readonly AttachedFile[]): AttachedFile[] => {
  const taken = new Set<string>();
  return files.map((file) => {
    const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(file.fileName) ?? [];
    let fileName = file.fileName;
    for (let count = 2; taken.has(fileName.toLowerCase()); count++) fileName = `${stem} (${count})${ending}`;
    taken.add(fileName.toLowerCase());
    return { ...file, fileName };
  });
};
