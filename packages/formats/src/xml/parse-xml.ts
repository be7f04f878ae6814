import type { ElementSchema } from '../binding/element-schema.js';
import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import type { CapturedElement } from './captured-element.js';
import { isIndentation } from './indentation.js';
import { scanXml, type XmlTarget } from './scan-xml.js';
import type { XmlTag } from './xml-tag.js';
import type { XmlAttribute, XmlWatcher } from './xml-watcher.js';

export interface XmlReader {
  /** Called with the root's namespace and local name; answers the elements to follow, or stops. */
  root(
    uri: string,
    local: string,
  ): { readonly schema: ElementSchema; readonly watchers: readonly XmlWatcher[] };
  /** Called with each element below a container, whole. */
  element(element: CapturedElement): void;
  /** Called where an element starts that the schema does not know; what it answers sees it, with all that is in it. */
  unbound?(parent: CapturedElement): XmlWatcher | undefined;
}

/** Of elements that hold a value: nothing is ever put there. */
const noChildren: CapturedElement[] = [];
const noAttributes: readonly XmlAttribute[] = [];

/**
 * Reads XML in one pass, keeping only what the schema asks for, one part of the document at a time. `bytes` are valid
 * UTF-8 without a mark.
 * Throws ReadingStopped where the text is not well formed, declares a document type, or passes a limit.
 */
export const parseXml = (bytes: Uint8Array, reader: XmlReader): void =>
  scanXml(bytes, new SchemaReader(reader));

const rankAmong = (siblings: readonly CapturedElement[], schema: ElementSchema): number => {
  for (let index = siblings.length - 1; index >= 0; index--) {
    const sibling = siblings[index];
    if (sibling?.schema === schema) return sibling.position + 1;
  }
  return 1;
};

class SchemaReader implements XmlTarget {
  private current: CapturedElement | undefined;
  /** How many elements we are inside that nobody asks for. */
  private skipped = 0;
  private unbound: XmlWatcher | undefined;
  /** Pieces of text of the current element. */
  private pieces = 0;
  private watchers: readonly XmlWatcher[] = [];
  /** Of the children of containers, the last of each name. */
  private readonly counted = new Map<ElementSchema, { parent: CapturedElement; rank: number }>();

  constructor(private readonly reader: XmlReader) {}

  open(tag: XmlTag): void {
    const { current } = this;
    if (!current) {
      this.root(tag);
      return;
    }
    const { uri, local, attributes } = tag;
    for (const watcher of this.watchers) watcher.open(uri, local, attributes);
    if (this.skipped > 0) {
      this.skipped++;
      this.unbound?.open(uri, local, attributes);
      return;
    }
    const schema = current.schema.children.get(local);
    if (schema?.uri !== uri) {
      this.skipped = 1;
      this.unbound = this.reader.unbound?.(current);
      this.unbound?.open(uri, local, attributes);
      return;
    }
    const position = this.rankOf(schema, current);
    this.pieces = 0;
    const children = schema.children.size > 0 ? [] : noChildren;
    this.current = { schema, parent: current, position, attributes, text: '', children };
  }

  text(text: string): void {
    const { current } = this;
    const holdsElements = this.skipped === 0 && current !== undefined && current.schema.children.size > 0;
    if (holdsElements && isIndentation(text)) return;
    for (const watcher of this.watchers) watcher.text(text);
    if (this.skipped > 0) this.unbound?.text(text);
    if (this.skipped > 0 || !current || holdsElements) return;
    if (++this.pieces > limits.textPieces) stopReading('PV-READ-TOO-COMPLEX', { limit: 'pieces' });
    current.text = current.text === '' ? text : current.text + text;
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close();
    if (this.skipped > 0) {
      this.skipped--;
      this.unbound?.close();
      return;
    }
    const closed = this.current;
    if (!closed?.parent) return;
    const { parent } = closed;
    this.current = parent;
    if (closed.schema.container) return;
    if (parent.schema.container) this.reader.element(closed);
    else parent.children.push(closed);
  }

  private root(tag: XmlTag): void {
    const { schema, watchers } = this.reader.root(tag.uri, tag.local);
    this.watchers = watchers;
    for (const watcher of watchers) watcher.open(tag.uri, tag.local, tag.attributes);
    this.current = {
      schema,
      parent: undefined,
      position: 1,
      attributes: noAttributes,
      text: '',
      children: [],
    };
  }

  /** Children of a container are not kept: they are counted. Of others the last of the name is never far. */
  private rankOf(schema: ElementSchema, parent: CapturedElement): number {
    if (!parent.schema.container) return rankAmong(parent.children, schema);
    const last = this.counted.get(schema);
    if (last?.parent === parent) return ++last.rank;
    this.counted.set(schema, { parent, rank: 1 });
    return 1;
  }
}
