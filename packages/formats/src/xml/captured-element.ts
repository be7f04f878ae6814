import type { ElementSchema } from '../binding/element-schema.js';
import type { XmlAttribute } from './xml-watcher.js';
import type { PathStep } from './xpath.js';

/** Of elements that hold a value: nothing is ever put there. */
const noChildren: CapturedElement[] = [];

/** An element of the sender's file that some binding speaks of; elements nobody asks for are not kept. */
export class CapturedElement implements PathStep {
  /** Direct text, CDATA included, comments left out. */
  text = '';
  readonly children: CapturedElement[];

  constructor(
    readonly schema: ElementSchema,
    readonly parent: CapturedElement | undefined,
    readonly position: number,
    readonly attributes: readonly XmlAttribute[],
  ) {
    this.children = schema.children.size > 0 ? [] : noChildren;
  }

  get name(): string {
    return this.schema.name;
  }

  get repeats(): boolean {
    return this.schema.repeats;
  }
}

export const attributeOf = (element: CapturedElement, name: string): string | undefined => {
  for (const { local, uri, value } of element.attributes) if (local === name && uri === '') return value;
  return undefined;
};
