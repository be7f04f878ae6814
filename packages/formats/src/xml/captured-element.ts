import type { ElementSchema } from '../binding/element-schema.js';
import type { XmlAttribute } from './xml-watcher.js';

/** An element of the sender's file that some binding speaks of; elements nobody asks for are not kept. */
export interface CapturedElement {
  readonly schema: ElementSchema;
  readonly parent: CapturedElement | undefined;
  /** Its rank among its parent's children of the same name, from 1. */
  readonly position: number;
  readonly attributes: readonly XmlAttribute[];
  /** Direct text, CDATA included, comments left out. */
  text: string;
  readonly children: CapturedElement[];
}

export const attributeOf = (element: CapturedElement, name: string): string | undefined => {
  for (const { local, uri, value } of element.attributes) if (local === name && uri === '') return value;
  return undefined;
};

/** `/Invoice/cac:InvoiceLine[3]/cbc:ID`, with the usual prefixes. */
export const xpathOf = (element: CapturedElement): string => {
  const { schema, parent, position } = element;
  const rank = position > 1 || schema.repeats ? `[${position}]` : '';
  return `${parent ? xpathOf(parent) : ''}/${schema.name}${rank}`;
};
