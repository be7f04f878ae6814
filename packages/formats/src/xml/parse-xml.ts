import type { CodeWatcher } from '../code-lists/code-watcher.js';
import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import type { SchemaWatcher } from '../schema/schema-watcher.js';
import type { SyntaxWatcher } from '../syntax-rules/syntax-watcher.js';
import { CapturedElement } from './captured-element.js';
import type { ElementPlace } from './element-place.js';
import { isIndentation } from './indentation.js';
import { scanXml, type XmlTarget } from './scan-xml.js';
import type { XmlTag } from './xml-tag.js';
import type { XmlAttribute, XmlWatcher } from './xml-watcher.js';

/** Who listens to a document. */
export interface XmlReader {
  /** The root's place. */
  readonly root: ElementPlace;
  readonly schema: SchemaWatcher;
  readonly rules: SyntaxWatcher;
  readonly codes: CodeWatcher;
  readonly assembler: {
    /** Called with each element below a container, whole. */
    take(element: CapturedElement): void;
    /** Called where an element starts that no binding speaks of; what it answers sees it, with all that is in it. */
    stray(parent: CapturedElement): XmlWatcher;
  };
}

/**
 * Reads XML in one pass. Each element is looked up once, at its place, and goes to those who have something to say of it;
 * only what a binding speaks of is kept, one part of the document at a time. `bytes` are valid UTF-8 without a mark;
 * `readerFor` is called with the root's namespace and local name, and may stop.
 * Throws ReadingStopped where the text is not well formed, declares a document type, or passes a limit.
 */
export const parseXml = (bytes: Uint8Array, readerFor: (uri: string, local: string) => XmlReader): void =>
  scanXml(bytes, new PlaceWalk(readerFor));

const noAttributes: readonly XmlAttribute[] = [];

class PlaceWalk implements XmlTarget {
  private reader: XmlReader | undefined;
  /** Of the element we are in. */
  private place: ElementPlace | undefined;
  /** The element we are in, or the last above that some binding speaks of. */
  private current: CapturedElement | undefined;
  private unbound: XmlWatcher | undefined;
  /** Pieces of text of the current element. */
  private pieces = 0;

  constructor(private readonly readerFor: (uri: string, local: string) => XmlReader) {}

  open({ uri, local, attributes }: XmlTag): void {
    const above = this.place;
    const reader = this.reader ?? this.begin(uri, local);
    const place = above ? above.below(uri, local) : reader.root;
    place.open();
    this.place = place;
    reader.schema.open(place, attributes);
    if (place.codes) reader.codes.open(place, place.codes, attributes);
    if (!place.rules.isSilent) reader.rules.open(place, attributes);
    const { bound } = place;
    const { current } = this;
    if (bound) {
      this.pieces = 0;
      this.current = new CapturedElement(bound, current, place.position, current ? attributes : noAttributes);
      return;
    }
    if (current && above?.bound) this.unbound = reader.assembler.stray(current);
    this.unbound?.open(uri, local, attributes);
  }

  text(text: string): void {
    const { reader, place, current } = this;
    if (!reader || !place || !current) return;
    const { bound } = place;
    const holdsElements = bound !== undefined && bound.children.size > 0;
    if (holdsElements && isIndentation(text)) return;
    reader.schema.text(place, text);
    reader.codes.text(text);
    reader.rules.text(text);
    if (holdsElements) return;
    if (bound) {
      if (++this.pieces > limits.textPieces) stopReading('PV-READ-TOO-COMPLEX', { limit: 'pieces' });
      current.text = current.text === '' ? text : current.text + text;
    } else this.unbound?.text(text);
  }

  close(): void {
    const { reader, place, current } = this;
    if (!reader || !place || !current) return;
    reader.schema.close(place);
    reader.codes.close(place);
    reader.rules.close(place);
    this.place = place.parent;
    if (place.bound) this.capture(reader, current);
    else this.unbound?.close();
  }

  private begin(uri: string, local: string): XmlReader {
    this.reader = this.readerFor(uri, local);
    return this.reader;
  }

  private capture({ assembler }: XmlReader, closed: CapturedElement): void {
    const { parent, schema } = closed;
    this.current = parent;
    if (!parent || schema.container) return;
    if (parent.schema.container) assembler.take(closed);
    else parent.children.push(closed);
  }
}
