import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

export interface WrittenQuantity {
  readonly quantity: Decimal | undefined;
  readonly unit: string | undefined;
  /** The unit's place in the model. */
  readonly unitPath: string;
}

/** Both syntaxes write a unit as an attribute of its quantity: without the one the other is lost. */
export const writeQuantity = (
  text: XmlText,
  name: string,
  { quantity, unit, unitPath }: WrittenQuantity,
  losses: Losses,
): void => {
  if (quantity === undefined) losses.add(unitPath, unit);
  else text.leaf(name, quantity, { unitCode: unit });
};
