import { PdfBroken } from '../pdf-broken.js';
import type { PdfFile } from '../pdf-file.js';
import { isArray, nameOf, type PdfDict, PdfRef, type PdfValue } from '../pdf-values.js';

export interface Page {
  readonly dict: PdfDict;
  /** Its own, or those of the nearest node above that has some. */
  readonly resources: PdfDict;
}

/** An invoice of more pages is judged by its first ones. */
const maximumPages = 300;
const maximumNodes = 2_000;
const maximumDepth = 30;

/** The pages in their order, each found when asked for. Throws PdfBroken on a tree that has no end. */
export const pagesOf = (file: PdfFile): Generator<Page> => {
  const seen = { nodes: 0, pages: 0, references: new Set<number>() };
  return walk(file, file.catalog.get('Pages'), new Map(), 0, seen);
};

interface Seen {
  nodes: number;
  pages: number;
  readonly references: Set<number>;
}

function* walk(
  file: PdfFile,
  node: PdfValue | undefined,
  inherited: PdfDict,
  depth: number,
  seen: Seen,
): Generator<Page> {
  if (node instanceof PdfRef) {
    if (seen.references.has(node.number)) return;
    seen.references.add(node.number);
  }
  const dict = file.dict(node);
  if (!dict || seen.pages >= maximumPages) return;
  if (depth > maximumDepth || seen.nodes++ > maximumNodes) throw new PdfBroken('page tree');
  const resources = file.dict(dict.get('Resources')) ?? inherited;
  const kids = file.resolve(dict.get('Kids'));
  if (isArray(kids) && nameOf(file.resolve(dict.get('Type'))) !== 'Page') {
    for (const kid of kids) yield* walk(file, kid, resources, depth + 1, seen);
    return;
  }
  seen.pages++;
  yield { dict, resources };
}
