import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { ReadingStopped } from '../reading/read-fault.js';
import { decodeText } from '../xml/decode-text.js';
import { scanXml } from '../xml/scan-xml.js';
import type { XmlAttribute } from '../xml/xml-watcher.js';

/** What a reader found in a document, one word an event, or why it refused it: `PV-READ-DOCTYPE`, `prefix`… */
export type XmlEvents = { readonly events: readonly string[] } | { readonly refused: string };

/** The events in words; text in one piece between two tags, so that the pieces a reader cuts make no difference. */
class EventList {
  readonly events: string[] = [];
  private pending = '';

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const written = attributes.map((attribute) => `{${attribute.uri}}${attribute.local}=${attribute.value}`);
    this.add(`<{${uri}}${local} ${written.join(' ')}>`);
  }

  text(text: string): void {
    this.pending += text;
  }

  close(): void {
    this.add('</>');
  }

  private add(event: string): void {
    if (this.pending !== '') this.events.push(`"${this.pending}"`);
    this.pending = '';
    this.events.push(event);
  }
}

export const ourEvents = (bytes: Uint8Array): XmlEvents => {
  const list = new EventList();
  try {
    scanXml(decodeText(bytes).bytes, {
      open: ({ uri, local, attributes }) => list.open(uri, local, attributes),
      text: (text) => list.text(text),
      close: () => list.close(),
    });
    return { events: list.events };
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    return { refused: error.fault.values?.problem ?? error.fault.rule };
  }
};

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The same from saxes, an independent reader that is strict as well. */
export const saxesEvents = (bytes: Uint8Array): XmlEvents => {
  const list = new EventList();
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('PV-READ-DOCTYPE');
  });
  parser.on('opentag', ({ uri, local, attributes }) =>
    list.open(
      uri,
      local,
      Object.values<SaxesAttributeNS>(attributes).filter((one) => one.uri !== XMLNS),
    ),
  );
  // White space outside the root is an event to saxes and none to us.
  let depth = 0;
  parser.on('opentagstart', () => depth++);
  parser.on('text', (text) => (depth > 0 ? list.text(text) : undefined));
  parser.on('cdata', (text) => list.text(text));
  parser.on('closetag', () => {
    depth--;
    list.close();
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(decodeText(bytes).bytes)).close();
    return { events: list.events };
  } catch (error) {
    if (error instanceof ReadingStopped) return { refused: error.fault.rule };
    return { refused: error instanceof Error ? error.message : String(error) };
  }
};
