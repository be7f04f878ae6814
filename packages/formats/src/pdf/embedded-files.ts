import { PdfBroken } from './pdf-broken.js';
import type { PdfFile } from './pdf-file.js';
import { isArray, nameOf, type PdfDict, PdfRef, PdfStream, PdfString, type PdfValue } from './pdf-values.js';

/** A file attached to a PDF. */
export interface EmbeddedFile {
  readonly fileName: string;
  readonly mediaType?: string;
  /** AFRelationship: `Data`, `Alternative`, `Source`, `Supplement`, `Unspecified`… */
  readonly relationship?: string;
  readonly inNameTree: boolean;
  readonly associated: boolean;
  readonly stream: PdfStream;
}

const maximumFiles = 1_000;
const maximumTreeDepth = 30;

/** The files of the catalogue's name tree first, then those of its `/AF` array; each once. */
export const embeddedFiles = (file: PdfFile): EmbeddedFile[] => {
  const { catalog } = file;
  const fromTree: PdfValue[] = [];
  collect(file, file.dict(catalog.get('Names'))?.get('EmbeddedFiles'), fromTree, new Set(), 0);
  const associated = file.resolve(catalog.get('AF'));
  const fromArray = isArray(associated) ? associated.slice(0, maximumFiles) : [];

  const found: EmbeddedFile[] = [];
  for (const [specification, inNameTree] of [
    ...fromTree.map((value) => [value, true] as const),
    ...fromArray.map((value) => [value, false] as const),
  ]) {
    const read = specificationOf(file, specification);
    if (!read) continue;
    const index = found.findIndex(({ stream }) => stream.start === read.stream.start);
    const known = found[index];
    if (known) found[index] = { ...known, associated: known.associated || !inNameTree };
    else found.push({ ...read, inNameTree, associated: !inNameTree });
  }
  return found;
};

const collect = (
  file: PdfFile,
  node: PdfValue | undefined,
  found: PdfValue[],
  visited: Set<number>,
  depth: number,
): void => {
  if (node instanceof PdfRef) {
    if (visited.has(node.number)) return;
    visited.add(node.number);
  }
  if (depth > maximumTreeDepth) throw new PdfBroken('name tree too deep');
  const dict = file.dict(node);
  if (!dict) return;
  const names = file.resolve(dict.get('Names'));
  if (isArray(names)) for (let index = 1; index < names.length; index += 2) found.push(names[index] ?? null);
  if (found.length > maximumFiles) throw new PdfBroken('too many attached files');
  const kids = file.resolve(dict.get('Kids'));
  if (isArray(kids)) for (const kid of kids) collect(file, kid, found, visited, depth + 1);
};

type Specification = Pick<EmbeddedFile, 'fileName' | 'mediaType' | 'relationship' | 'stream'>;

const specificationOf = (file: PdfFile, value: PdfValue): Specification | undefined => {
  const specification = file.dict(value);
  const versions = specification && file.dict(specification.get('EF'));
  const stream = file.resolve(versions?.get('UF') ?? versions?.get('F'));
  if (!specification || !(stream instanceof PdfStream)) return undefined;
  const mediaType = nameOf(file.resolve(stream.dict.get('Subtype')));
  const relationship = nameOf(file.resolve(specification.get('AFRelationship')));
  return {
    fileName: fileNameOf(file, specification),
    stream,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(relationship === undefined ? {} : { relationship }),
  };
};

const fileNameOf = (file: PdfFile, specification: PdfDict): string => {
  for (const key of ['UF', 'F', 'Desc']) {
    const name = file.resolve(specification.get(key));
    if (name instanceof PdfString && name.bytes !== '') return name.toText();
  }
  return '';
};
