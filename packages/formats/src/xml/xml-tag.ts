import type { WrittenBytes } from './written-bytes.js';
import type { XmlAttribute } from './xml-watcher.js';

/** A start tag, read once however often it is written: the same bytes in the same scope are the same object. */
export interface XmlTag {
  readonly uri: string;
  readonly local: string;
  /** Declarations of namespaces left out. */
  readonly attributes: readonly XmlAttribute[];
  /** `<cbc:ID/>` */
  readonly empty: boolean;
  /** All that follows its `<`. */
  readonly raw: WrittenBytes;
  /** Its name as written, with its prefix. */
  readonly name: WrittenBytes;
  /** Where its prefixes are looked up, and those of its content. */
  readonly outer: XmlScope;
  readonly inner: XmlScope;
  /** Kept for the next time it is written. */
  readonly kept: boolean;
  /** The kept tag that followed it last, most likely to follow again. */
  next: XmlTag | undefined;
}

/** The prefixes bound at one place of a document, and the tags already read there. */
export class XmlScope {
  readonly tags = new Map<number, XmlTag>();

  constructor(private readonly bound: ReadonlyMap<string, string>) {}

  /** The namespace of a prefix; the empty prefix stands in none unless declared. */
  uriOf(prefix: string): string | undefined {
    return this.bound.get(prefix) ?? (prefix === '' ? '' : undefined);
  }

  with(declared: ReadonlyMap<string, string>): XmlScope {
    return new XmlScope(new Map([...this.bound, ...declared]));
  }
}

export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

export const outermostScope = (): XmlScope => new XmlScope(new Map([['xml', XML]]));
