import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import { WrittenBytes } from './written-bytes.js';
import { byte, inName, inValue, isNoCharacter, isSpace, meaning } from './xml-bytes.js';
import { resolveText } from './xml-references.js';
import { ownCopy, type XmlSource } from './xml-source.js';
import { XML, XMLNS, type XmlScope, type XmlTag } from './xml-tag.js';
import type { XmlAttribute } from './xml-watcher.js';

/** Longest tag worth keeping: roots declare many namespaces. */
export const longestKept = 1_024;

interface Written {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

interface WrittenAttributes {
  readonly written: readonly Written[];
  readonly end: number;
  readonly empty: boolean;
}

const nothing: readonly XmlAttribute[] = [];
const nothingWritten: readonly Written[] = [];

/** Reads the start tag whose name begins at `at`, letter by letter; `keep` where it may be kept for the next time. */
export const readStartTag = (source: XmlSource, at: number, scope: XmlScope, keep: boolean): XmlTag => {
  const nameEnd = endOfName(source, at);
  const name = source.cutName(at, nameEnd);
  const { written, end, empty } = readAttributes(source, nameEnd, at);
  const declared = declarations(source, written);
  const inner = declared ? scope.with(declared) : scope;
  const colon = colonOf(source, name, at);
  const uri = inner.uriOf(name.slice(0, Math.max(colon, 0)));
  if (uri === undefined || name.startsWith('xmlns:')) source.malformed('prefix', at, name);
  const kept = keep && end - at <= longestKept && source.latin.indexOf('>', at) === end - 1;
  return {
    uri,
    local: source.interned(name.slice(colon + 1)),
    attributes: resolve(source, written, inner, kept),
    empty,
    raw: new WrittenBytes(source.bytes, at, end, kept),
    name: new WrittenBytes(source.bytes, at, nameEnd, kept),
    outer: scope,
    inner,
    kept,
    next: undefined,
  };
};

/** The offset after a name. */
export const endOfName = (source: XmlSource, start: number): number => {
  const { bytes, end } = source;
  let at = start;
  let wide = false;
  let found = at < end ? inName[bytes[at] ?? 0] : 0;
  if (found === 0 || found === 2) source.malformed(at < end ? 'name' : 'unclosed', start);
  while (found !== 0) {
    wide ||= found === 3;
    at++;
    found = at < end ? inName[bytes[at] ?? 0] : 0;
  }
  if (at - start > limits.nameLength)
    stopReading('PV-READ-TOO-COMPLEX', { limit: 'names', ...source.place(start) });
  if (wide && !wideName.test(source.cut(start, at))) source.malformed('name', start);
  return at;
};

/** XML 1.0, fifth edition, production 5. */
const first =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const wideName = new RegExp(`^[${first}][${first}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u');
const wideStart = new RegExp(`^[${first}]`, 'u');

const readAttributes = (source: XmlSource, start: number, tagStart: number): WrittenAttributes => {
  const { bytes, end } = source;
  if (bytes[start] === byte.greaterThan) return { written: nothingWritten, end: start + 1, empty: false };
  const written: Written[] = [];
  let at = start;
  for (;;) {
    const before = at;
    at = afterSpaces(source, at);
    const code = bytes[at];
    if (at >= end) source.malformed('unclosed', tagStart - 1);
    if (code === byte.greaterThan) return { written, end: at + 1, empty: false };
    if (code === byte.slash && bytes[at + 1] === byte.greaterThan)
      return { written, end: at + 2, empty: true };
    if (at === before) source.malformed(written.length > 0 ? 'attribute' : 'name', at);
    const nameEnd = endOfName(source, at);
    const quote = quoteOf(source, nameEnd);
    const close = endOfValue(source, quote);
    written.push({ name: source.cutName(at, nameEnd), value: textOfValue(source, quote + 1, close), at });
    if (written.length > limits.attributesOfAnElement)
      stopReading('PV-READ-TOO-COMPLEX', { limit: 'attributes', ...source.place(at) });
    at = close + 1;
  }
};

const afterSpaces = (source: XmlSource, start: number): number => {
  let at = start;
  while (at < source.end && isSpace(source.bytes[at])) at++;
  return at;
};

/** The offset of the quote after `=`. */
const quoteOf = (source: XmlSource, nameEnd: number): number => {
  const equals = afterSpaces(source, nameEnd);
  if (source.bytes[equals] !== byte.equals) source.malformed('attribute', equals);
  const quote = afterSpaces(source, equals + 1);
  const code = source.bytes[quote];
  return code === byte.doubleQuote || code === byte.singleQuote
    ? quote
    : source.malformed('attribute', quote);
};

/** The offset of the quote that ends a value. */
const endOfValue = (source: XmlSource, quoteAt: number): number => {
  const { bytes, end } = source;
  const quote = bytes[quoteAt];
  for (let at = quoteAt + 1; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code === quote) return at;
    const found = inValue[code];
    if (found === meaning.end) source.malformed('less-than-in-value', at);
    if (found === meaning.illegal || (found === meaning.suspect && isNoCharacter(bytes, at)))
      source.illegal(at);
  }
  return source.malformed('unclosed', quoteAt);
};

const textOfValue = (source: XmlSource, start: number, end: number): string => {
  let wide = false;
  for (let at = start; at < end; at++) {
    const found = inValue[source.bytes[at] ?? 0];
    if (found === meaning.change) return resolveText(source, start, end, 'value');
    wide ||= found !== meaning.plain;
  }
  return wide ? source.cut(start, end) : source.latin.slice(start, end);
};

/** Namespaces in XML 1.0, section 3: what the attributes `xmlns` of a tag bind. */
const declarations = (
  source: XmlSource,
  written: readonly Written[],
): ReadonlyMap<string, string> | undefined => {
  let declared: Map<string, string> | undefined;
  for (const { name, value, at } of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const lawful =
      (name === 'xmlns' || (prefix !== '' && value !== '')) &&
      prefix !== 'xmlns' &&
      (value === XML) === (prefix === 'xml') &&
      value !== XMLNS;
    if (!lawful) source.malformed('namespace', at, `${name}="${value.slice(0, 60)}"`);
    if (declared?.has(prefix)) source.malformed('attribute-twice', at, name);
    declared ??= new Map();
    declared.set(source.interned(prefix), source.interned(value));
  }
  return declared;
};

const resolve = (
  source: XmlSource,
  written: readonly Written[],
  scope: XmlScope,
  kept: boolean,
): readonly XmlAttribute[] => {
  if (written.length === 0) return nothing;
  const attributes: XmlAttribute[] = [];
  for (const { name, value, at } of written) {
    const colon = colonOf(source, name, at);
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const uri = colon < 0 ? '' : scope.uriOf(name.slice(0, colon));
    if (uri === undefined) source.malformed('prefix', at, name);
    const local = source.interned(name.slice(colon + 1));
    // No more than a hundred stand in one tag.
    if (attributes.some((other) => other.local === local && other.uri === uri))
      source.malformed('attribute-twice', at, name);
    attributes.push({ uri, local, value: kept ? ownCopy(value) : value });
  }
  return attributes.length > 0 ? attributes : nothing;
};

/** Where the prefix of a name ends, -1 where it has none. */
const colonOf = (source: XmlSource, name: string, at: number): number => {
  const colon = name.indexOf(':');
  if (colon < 0) return colon;
  const code = name.charCodeAt(colon + 1);
  const starts = code < 0x80 ? inName[code] === 1 : wideStart.test(name.slice(colon + 1));
  if (colon === 0 || !starts || name.includes(':', colon + 1)) source.malformed('name', at, name);
  return colon;
};
