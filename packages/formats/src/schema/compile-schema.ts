import { namespaces } from '../xml/namespaces.js';
import { free, leaf, type SchemaTable } from './schema-table.js';

/** A type of the schema as the watcher walks along it. */
export interface SchemaType {
  readonly holds: 'text' | 'elements' | 'anything';
  /** By local name; two children of a type never share one. */
  readonly children: ReadonlyMap<string, SchemaChild>;
  readonly inOrder: readonly SchemaChild[];
  /** One of the children must be there. */
  readonly isChoice: boolean;
  /** The children that must be there, as bits of two words. */
  readonly required: readonly [number, number];
}

/** An element inside its parent; the root is one of none. */
export interface SchemaChild {
  /** With the usual prefix: `cbc:ID`. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** Its place among its siblings. */
  readonly index: number;
  readonly word: 0 | 1;
  readonly bit: number;
  readonly repeats: boolean;
  readonly type: SchemaType;
  readonly attribute: string | undefined;
}

export interface CompiledSchema {
  readonly root: SchemaChild;
  /** The prefix under which later editions add elements. */
  readonly grows: string | undefined;
  /** Every element the table speaks of, with its prefix. */
  readonly known: ReadonlySet<string>;
}

interface Growing extends SchemaType {
  readonly children: Map<string, SchemaChild>;
  readonly inOrder: SchemaChild[];
  readonly required: [number, number];
}

const newType = (holds: SchemaType['holds'], isChoice = false): Growing => ({
  holds,
  children: new Map(),
  inOrder: [],
  isChoice,
  required: [0, 0],
});

/** Turns a table into types that point at each other. Throws a TypeError on a malformed table (a bug of ours). */
export const compileSchema = (table: SchemaTable, rootName: string): CompiledSchema => {
  const known = new Set<string>();
  const types = new Map<string, SchemaType>([
    [leaf, newType('text')],
    [free, newType('anything')],
  ]);
  const typeNamed = (name: string): SchemaType => {
    const done = types.get(name);
    if (done) return done;
    const text = table.types[name];
    if (text === undefined) throw new TypeError(`no such type: ${name}`);
    const type = newType('elements', text.includes('|'));
    types.set(name, type);
    for (const [index, token] of text.split(/[ |]+/).entries()) add(type, token, index);
    return type;
  };
  const add = (type: Growing, token: string, index: number): void => {
    const [, written = '', often = ''] = /^(.*?)([?*+]?)$/.exec(token) ?? [];
    const name = written.includes(':') ? written : `${table.namespace}:${written}`;
    const [prefix = '', local = ''] = name.split(':');
    const uri = namespaces[prefix];
    if (uri === undefined || type.children.has(local) || index > 63)
      throw new TypeError(`cannot hold ${name}`);
    const bit = 1 << (index & 31);
    const word = index < 32 ? 0 : 1;
    const child: SchemaChild = {
      name,
      local,
      uri,
      index,
      word,
      bit,
      repeats: often === '*' || often === '+',
      type: typeNamed(table.typeOf(name)),
      attribute: table.attributes.find(([nameEnd]) => local.endsWith(nameEnd))?.[1],
    };
    type.children.set(local, child);
    type.inOrder.push(child);
    known.add(name);
    if (!type.isChoice && (often === '' || often === '+')) type.required[word] |= bit;
  };
  const root: SchemaChild = {
    name: rootName,
    local: rootName,
    uri: '',
    index: 0,
    word: 0,
    bit: 1,
    repeats: false,
    type: typeNamed(table.root),
    attribute: undefined,
  };
  return { root, grows: table.grows, known };
};

/** Undefined where it is not known, or nobody looks. */
export const schemaBelow = (
  parent: SchemaChild | undefined,
  uri: string,
  local: string,
): SchemaChild | undefined => {
  const child = parent?.type.children.get(local);
  return child?.uri === uri ? child : undefined;
};
