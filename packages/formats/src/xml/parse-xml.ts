import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import type { ElementSchema } from '../binding/element-schema.js';
import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import type { CapturedElement } from './captured-element.js';
import type { XmlAttribute, XmlWatcher } from './xml-watcher.js';

export interface XmlReader {
  /** Called with the root's namespace and local name; answers the elements to follow, or stops. */
  root(
    uri: string,
    local: string,
  ): { readonly schema: ElementSchema; readonly elements: number; readonly watchers: readonly XmlWatcher[] };
  /** Called with each element below a container, whole. */
  element(element: CapturedElement): void;
}

const noAttributes: readonly XmlAttribute[] = [];

/**
 * Reads XML in one pass, keeping only what the schema asks for, one part of the document at a time.
 * Throws ReadingStopped where the text is not well formed, declares a document type, or passes a limit.
 */
export const parseXml = (pieces: Iterable<string>, reader: XmlReader): void => {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let current: CapturedElement | undefined;
  let depth = 0;
  /** How many elements we are inside that nobody asks for. */
  let skipped = 0;
  let elements = 0;
  let attributes = 0;
  let ranks: Int32Array = new Int32Array(0);
  let watchers: readonly XmlWatcher[] = [];
  let rankParents: (CapturedElement | undefined)[] = [];

  const where = () => ({ line: String(parser.line), column: String(parser.column + 1) });
  const rankOf = (schema: ElementSchema, parent: CapturedElement): number => {
    const rank = rankParents[schema.index] === parent ? (ranks[schema.index] ?? 0) + 1 : 1;
    rankParents[schema.index] = parent;
    ranks[schema.index] = rank;
    return rank;
  };

  parser.on('error', (error) => stopReading('PV-READ-NOT-WELL-FORMED', { ...where(), detail: plain(error) }));
  parser.on('doctype', () => stopReading('PV-READ-DOCTYPE', where()));
  parser.on('attribute', ({ name }) => {
    if (++attributes > limits.attributesOfAnElement || name.length > limits.nameLength)
      stopReading('PV-READ-TOO-COMPLEX', { limit: 'attributes', ...where() });
  });
  parser.on('opentagstart', ({ name }) => {
    attributes = 0;
    if (name.length > limits.nameLength) stopReading('PV-READ-TOO-COMPLEX', { limit: 'names', ...where() });
    if (++depth > limits.depth) stopReading('PV-READ-TOO-COMPLEX', { limit: 'depth', ...where() });
    if (++elements > limits.elements) stopReading('PV-READ-TOO-COMPLEX', { limit: 'elements' });
  });
  parser.on('opentag', ({ uri, local, attributes: written }) => {
    const found = attributesOf(written);
    for (const watcher of watchers) watcher.open(uri, local, found);
    if (skipped > 0) {
      skipped++;
      return;
    }
    if (!current) {
      const root = reader.root(uri, local);
      watchers = root.watchers;
      for (const watcher of watchers) watcher.open(uri, local, found);
      ranks = new Int32Array(root.elements);
      rankParents = new Array(root.elements);
      current = {
        schema: root.schema,
        parent: undefined,
        position: 1,
        attributes: noAttributes,
        text: '',
        children: [],
      };
      return;
    }
    const schema = current.schema.children.get(local);
    if (schema?.uri !== uri) {
      skipped = 1;
      return;
    }
    const position = rankOf(schema, current);
    current = { schema, parent: current, position, attributes: found, text: '', children: [] };
  });
  const addText = (text: string): void => {
    for (const watcher of watchers) watcher.text(text);
    if (skipped > 0 || !current || current.schema.children.size > 0) return;
    current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    for (const watcher of watchers) watcher.close();
    depth--;
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (!current) return;
    const closed: CapturedElement = current;
    current = closed.parent;
    if (closed.schema.container || !current) return;
    if (current.schema.container) reader.element(closed);
    else current.children.push(closed);
  });

  for (const piece of pieces) parser.write(piece);
  parser.close();
};

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const attributesOf = (written: Readonly<Record<string, SaxesAttributeNS>>): readonly XmlAttribute[] => {
  const found = Object.values(written).filter(({ uri }) => uri !== XMLNS);
  return found.length > 0 ? found : noAttributes;
};

/** The parser's own words, without the position it puts in front. */
const plain = (error: Error): string => error.message.replace(/^\d+:\d+: /, '');
