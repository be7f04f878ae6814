import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import type { Condition } from './element-path.js';

/** Whether a condition of a binding holds on an element; `valueAt` gives a value of the document, as written. */
export const holds = (
  { element: names, attribute, asWritten, operator, values, field }: Condition,
  element: CapturedElement,
  valueAt: (field: string) => string | undefined,
): boolean => {
  const subject = descendant(element, names);
  const found = subject && (attribute === undefined ? subject.text : attributeOf(subject, attribute));
  const cut = found === undefined || asWritten ? found : trimmed(found);
  const comparable = operator === '~' || operator === '!~' ? cut?.toUpperCase() : cut;
  const isAmong = field === undefined ? includes(values, comparable) : isSame(valueAt(field), comparable);
  return operator === '=' || operator === '~' ? isAmong : !isAmong;
};

const includes = (values: readonly string[], found: string | undefined): boolean =>
  found !== undefined && values.includes(found);

const isSame = (value: string | undefined, found: string | undefined): boolean =>
  value !== undefined && value === found;

export const descendant = (
  element: CapturedElement,
  names: readonly string[],
): CapturedElement | undefined => {
  let current: CapturedElement | undefined = element;
  for (const name of names) {
    if (current === undefined) return undefined;
    current = childNamed(current, name);
  }
  return current;
};

const childNamed = ({ children }: CapturedElement, name: string): CapturedElement | undefined => {
  for (const child of children) if (child.schema.name === name) return child;
  return undefined;
};
