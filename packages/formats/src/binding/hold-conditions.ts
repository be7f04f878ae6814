import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import type { Condition } from './element-path.js';

/** Whether a condition of a binding holds on an element; `model` gives the values of the document read so far. */
export const holds = (
  { element: names, attribute, operator, values, field }: Condition,
  element: CapturedElement,
  model: Readonly<Record<string, unknown>>,
): boolean => {
  const subject = descendant(element, names);
  const found = subject && (attribute ? attributeOf(subject, attribute) : subject.text);
  const wanted = field === undefined ? values : [model[field]];
  const comparable = operator.endsWith('~') ? upper(found) : found === undefined ? undefined : trimmed(found);
  const equal = comparable !== undefined && wanted.includes(comparable);
  return operator.startsWith('!') ? !equal : equal;
};

const upper = (text: string | undefined): string | undefined => text && trimmed(text).toUpperCase();

const descendant = (element: CapturedElement, names: readonly string[]): CapturedElement | undefined => {
  let current: CapturedElement | undefined = element;
  for (const name of names) current = current?.children.find(({ schema }) => schema.name === name);
  return current;
};
