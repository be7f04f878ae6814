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
  ): { readonly schema: ElementSchema; readonly elements: number; readonly watchers: readonly XmlWatcher[] };
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

class SchemaReader implements XmlTarget {
  private current: CapturedElement | undefined;
  /** How many elements we are inside that nobody asks for. */
  private skipped = 0;
  private unbound: XmlWatcher | undefined;
  /** Pieces of text of the current element. */
  private pieces = 0;
  private watchers: readonly XmlWatcher[] = [];
  private ranks = new Int32Array(0);
  private rankParents: (CapturedElement | undefined)[] = [];

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
    const { schema, elements, watchers } = this.reader.root(tag.uri, tag.local);
    this.watchers = watchers;
    for (const watcher of watchers) watcher.open(tag.uri, tag.local, tag.attributes);
    this.ranks = new Int32Array(elements);
    this.rankParents = new Array(elements);
    this.current = {
      schema,
      parent: undefined,
      position: 1,
      attributes: noAttributes,
      text: '',
      children: [],
    };
  }

  private rankOf(schema: ElementSchema, parent: CapturedElement): number {
    const { index } = schema;
    const rank = this.rankParents[index] === parent ? (this.ranks[index] ?? 0) + 1 : 1;
    this.rankParents[index] = parent;
    this.ranks[index] = rank;
    return rank;
  }
}
