import type { Decimal } from '@parvis/domain/amount/decimal';

export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Builds an XML document from top to bottom, two spaces a level. What has no value is not written, nor a group with
 * nothing inside unless it is to be kept.
 */
export class XmlText {
  /** Characters that XML has no way to hold, met so far. */
  readonly unwritable = new Set<string>();
  private text = '<?xml version="1.0" encoding="UTF-8"?>\n';
  private readonly groups: string[] = [];
  /** How many of `groups` have their start tag in `text`. */
  private started = 0;

  /** An element that holds text. An empty text is a value; undefined is none. */
  leaf(name: string, value: string | Decimal | undefined, attributes?: Attributes): void {
    if (value === undefined) return;
    this.start();
    const tag = attributes === undefined ? name : name + this.attributes(attributes);
    this.text += `${indent(this.started)}<${tag}>${this.escaped(value.toString())}</${name}>\n`;
  }

  /** An element that holds elements. */
  group(name: string, fill: () => void, options: { keep?: boolean; attributes?: Attributes } = {}): void {
    const { keep = false, attributes = {} } = options;
    const tag = name + this.attributes(attributes);
    this.groups.push(tag);
    fill();
    this.groups.pop();
    if (this.started > this.groups.length) {
      this.started--;
      this.text += `${indent(this.started)}</${name}>\n`;
    } else if (keep) {
      this.start();
      this.text += `${indent(this.started)}<${tag}/>\n`;
    }
  }

  toString(): string {
    return this.text;
  }

  private start(): void {
    for (; this.started < this.groups.length; this.started++)
      this.text += `${indent(this.started)}<${this.groups[this.started]}>\n`;
  }

  private attributes(attributes: Attributes): string {
    let written = '';
    for (const name in attributes) {
      const value = attributes[name];
      if (value !== undefined)
        written += ` ${name}="${this.escaped(value).replaceAll(/[\t\n"]/g, characterReference)}"`;
    }
    return written;
  }

  private escaped(text: string): string {
    if (!special.test(text)) return text;
    return text
      .replaceAll(forbidden, (character) => {
        this.unwritable.add(character);
        return '';
      })
      .replaceAll(/[&<>\r]/g, (character) => entities[character] ?? characterReference(character));
  }
}

const indents = Array.from({ length: 20 }, (_, depth) => '  '.repeat(depth));
const indent = (depth: number): string => indents[depth] ?? '';

const characterReference = (character: string): string => `&#${character.charCodeAt(0)};`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML 1.0, production 2: what is no character of a document, lone surrogates included. */
export const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
const special = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
