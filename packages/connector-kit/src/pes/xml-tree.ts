import { SaxesParser } from 'saxes';

/** An element of a small XML file, by its local name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

/** Deeper or larger than any answer of Hélios: whoever writes such a file means harm. */
const DEEPEST = 60;

/** Undefined for what is not whole XML. Entities of a document type are never expanded. */
export const readXml = (bytes: Uint8Array): XmlElement | undefined => {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Error('too deep');
    const element = { name: localName(name), attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(decoded(bytes)).close();
  } catch {
    return undefined;
  }
  return top.children[0];
};

/** As the declaration says; Hélios and S²LOW write ISO 8859-1. */
const decoded = (bytes: Uint8Array): string => {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /encoding=["']([\w-]+)["']/i.exec(start)?.[1] ?? 'utf-8';
  const label = /^utf-?8$/i.test(named)
    ? 'utf-8'
    : /^(iso-8859-15?|windows-1252|latin1)$/i.test(named)
      ? named
      : 'utf-8';
  return new TextDecoder(label).decode(bytes);
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Every element of this name, at any depth, in the order of the file. None lies in another of its name: a file that nests
 * them would be read over and over again.
 */
export const allNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => (child.name === name ? [child] : allNamed(child, name)));

/** The first of this name, at any depth. */
export const firstNamed = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of element.children) {
    const found = child.name === name ? child : firstNamed(child, name);
    if (found) return found;
  }
  return undefined;
};

/** The value of the first element of this name: its attribute V, as everywhere in a PES. */
export const shownIn = (element: XmlElement, name: string): string | undefined => {
  const text = firstNamed(element, name)?.attributes.V?.trim();
  return text === '' ? undefined : text;
};
