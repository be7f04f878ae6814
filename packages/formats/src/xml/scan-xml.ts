import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import { indentation } from './indentation.js';
import { endOfName, longestKept, readStartTag } from './read-start-tag.js';
import { byte, inText, isNoCharacter, isSpace, meaning } from './xml-bytes.js';
import { resolveText } from './xml-references.js';
import { XmlSource } from './xml-source.js';
import { outermostScope, type XmlScope, type XmlTag } from './xml-tag.js';

/** Takes what a scanner finds, in the order of the document. What it throws stops the scanning. */
export interface XmlTarget {
  open(tag: XmlTag): void;
  /** A piece of text: CDATA included, comments left out, references resolved, line ends made LF. */
  text(text: string): void;
  close(): void;
}

/**
 * Scans XML 1.0 (fifth edition) with namespaces, once, without validating. `bytes` are valid UTF-8 without a mark.
 * Throws ReadingStopped where they are not well formed, declare a document type, or pass a limit. Time and memory grow
 * with the length of the document, whatever it holds.
 */
export const scanXml = (bytes: Uint8Array, target: XmlTarget): void => new Scanner(bytes, target).run();

/** `1.0` and what may come after it: a reader of XML 1.0 reads any 1.x by its own rules (2.8). */
const xmlDeclaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

const longestDeclaration = 1_000;

/**
 * Invoices repeat their tags, and so do the invoices of one sender: tags are kept from one document to the next, until
 * they are too many and all are forgotten. What a tag means depends on its bytes and its scope alone.
 */
const mostKept = 4_096;
let remembered = { scope: outermostScope(), tags: 0 };

class Scanner {
  private readonly source: XmlSource;
  private readonly bytes: Uint8Array;
  private readonly latin: string;
  private readonly end: number;
  private readonly open: XmlTag[] = [];
  private depth = 0;
  private elements = 0;
  private readonly memory: { readonly scope: XmlScope; tags: number };
  private scope: XmlScope;
  private last: XmlTag | undefined;

  constructor(
    bytes: Uint8Array,
    private readonly target: XmlTarget,
  ) {
    this.source = new XmlSource(bytes);
    this.bytes = bytes;
    this.latin = this.source.latin;
    this.end = bytes.length;
    if (remembered.tags >= mostKept) remembered = { scope: outermostScope(), tags: 0 };
    this.memory = remembered;
    this.scope = remembered.scope;
  }

  run(): void {
    let at = this.declaration();
    while (at < this.end) {
      if (this.bytes[at] !== byte.lessThan) {
        at = this.depth > 0 ? this.text(at) : this.spaceOutside(at);
        continue;
      }
      const code = this.bytes[at + 1];
      if (code === byte.slash) at = this.endTag(at);
      else if (code === byte.bang) at = this.exclamation(at);
      else if (code === byte.question) at = this.instruction(at);
      else at = this.startTag(at);
    }
    const unclosed = this.open[this.depth - 1];
    if (unclosed) this.source.malformed('unclosed', this.end, `<${unclosed.name.text}>`);
    if (this.elements === 0) this.source.malformed('no-root', this.end, '');
  }

  private declaration(): number {
    if (!this.latin.startsWith('<?xml') || !isSpace(this.bytes[5])) return 0;
    const found = xmlDeclaration.exec(this.latin.slice(0, longestDeclaration));
    return found ? found[0].length : this.source.malformed('declaration', 0);
  }

  private startTag(at: number): number {
    const { last, target } = this;
    const guess = last?.next;
    const tag =
      guess !== undefined && guess.outer === this.scope && this.source.holds(guess.raw, at + 1)
        ? guess
        : this.tagAt(at + 1);
    this.last = tag;
    if (tag !== guess && last?.kept && tag.kept) last.next = tag;
    if (this.depth === 0 && this.elements > 0) this.source.malformed('second-root', at);
    if (++this.elements > limits.elements) stopReading('PV-READ-TOO-COMPLEX', { limit: 'elements' });
    if (this.depth >= limits.depth)
      stopReading('PV-READ-TOO-COMPLEX', { limit: 'depth', ...this.source.place(at) });
    target.open(tag);
    if (tag.empty) target.close();
    else {
      this.open[this.depth++] = tag;
      this.scope = tag.inner;
    }
    return at + 1 + tag.raw.length;
  }

  /** The tag whose name begins here: one written before, or a new one. */
  private tagAt(start: number): XmlTag {
    const { bytes, scope } = this;
    const last = Math.min(start + longestKept, this.end);
    let hash = 0;
    let at = start;
    for (; at < last; at++) {
      const code = bytes[at] ?? 0;
      if (code === byte.greaterThan) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    const known = scope.tags.get(hash);
    if (known && this.source.holds(known.raw, start)) return known;
    const tag = readStartTag(this.source, start, scope, this.memory.tags < mostKept);
    if (tag.kept) {
      this.memory.tags++;
      scope.tags.set(hash, tag);
    }
    return tag;
  }

  private endTag(at: number): number {
    const tag = this.open[this.depth - 1];
    if (tag === undefined) return this.source.malformed('end-tag', at);
    if (!this.source.holds(tag.name, at + 2)) this.source.malformed('end-tag', at);
    let end = at + 2 + tag.name.length;
    while (isSpace(this.bytes[end])) end++;
    if (this.bytes[end] !== byte.greaterThan) this.source.malformed('end-tag', at);
    this.depth--;
    this.scope = tag.outer;
    this.target.close();
    return end + 1;
  }

  private text(start: number): number {
    const { bytes, end } = this;
    let at = start;
    if (bytes[at] === byte.carriageReturn && bytes[at + 1] === byte.lineFeed) at++;
    if (bytes[at] === byte.lineFeed) {
      const first = at++;
      while (bytes[at] === byte.space) at++;
      const indent = indentation(at - first - 1);
      if (indent !== undefined && bytes[at] === byte.lessThan) {
        this.target.text(indent);
        return at;
      }
    }
    at = start;
    while (at < end && inText[bytes[at] ?? 0] === meaning.plain) at++;
    if (at >= end || bytes[at] === byte.lessThan) {
      this.target.text(this.latin.slice(start, at));
      return at;
    }
    return this.specialText(start, at);
  }

  /** Text that is not ASCII, or does not mean what is written. */
  private specialText(start: number, from: number): number {
    const { bytes, end } = this;
    let changed = false;
    let at = from;
    for (; at < end; at++) {
      const found = inText[bytes[at] ?? 0];
      if (found === meaning.plain || found === meaning.wide) continue;
      if (found === meaning.end) break;
      if (found === meaning.change) changed = true;
      else if (found === meaning.illegal || (found === meaning.suspect && isNoCharacter(bytes, at)))
        this.source.illegal(at);
      else if (found === meaning.bracket && this.latin.startsWith(']]>', at))
        this.source.malformed('cdata-end-in-text', at);
    }
    this.target.text(changed ? resolveText(this.source, start, at, 'text') : this.source.cut(start, at));
    return at;
  }

  private spaceOutside(start: number): number {
    let at = start;
    while (at < this.end && isSpace(this.bytes[at])) at++;
    if (at < this.end && this.bytes[at] !== byte.lessThan) this.source.malformed('outside-root', at);
    return at;
  }

  private exclamation(at: number): number {
    if (this.latin.startsWith('<!--', at)) return this.comment(at);
    if (this.latin.startsWith('<![CDATA[', at)) return this.cdata(at);
    if (this.latin.startsWith('<!DOCTYPE', at)) return stopReading('PV-READ-DOCTYPE', this.source.place(at));
    return this.source.malformed('markup', at);
  }

  private comment(at: number): number {
    const end = this.latin.indexOf('--', at + 4);
    if (end < 0) this.source.malformed('unclosed', at);
    this.source.checkRaw(at + 4, end);
    if (this.bytes[end + 2] !== byte.greaterThan) this.source.malformed('comment', end);
    return end + 3;
  }

  private cdata(at: number): number {
    if (this.depth === 0) this.source.malformed('outside-root', at);
    const start = at + 9;
    const end = this.latin.indexOf(']]>', start);
    if (end < 0) this.source.malformed('unclosed', at);
    const special = this.source.checkRaw(start, end);
    if (end > start)
      this.target.text(special ? resolveText(this.source, start, end, 'raw') : this.latin.slice(start, end));
    return end + 3;
  }

  private instruction(at: number): number {
    const nameEnd = endOfName(this.source, at + 2);
    const name = this.latin.slice(at + 2, nameEnd);
    const end = this.latin.indexOf('?>', nameEnd);
    if (end < 0) this.source.malformed('unclosed', at);
    const apart = end === nameEnd || isSpace(this.bytes[nameEnd]);
    if (!apart || name.toLowerCase() === 'xml' || name.includes(':'))
      this.source.malformed('instruction', at);
    this.source.checkRaw(nameEnd, end);
    return end + 2;
  }
}
