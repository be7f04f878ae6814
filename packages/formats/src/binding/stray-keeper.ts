import type { Stray } from '@parvis/domain/rules/evidence';
import { limits } from '../reading/limits.js';

/** The elements that the model does not take, up to a number that no invoice reaches. */
export class StrayKeeper {
  readonly kept: Stray[] = [];
  private count = 0;

  /** Whether one more may be kept, inside another or not; counts it. */
  hasRoom(): boolean {
    return ++this.count <= limits.strays;
  }
}

/** No rule needs more of a text that the model does not hold. */
const longest = 1_000;
export const cut = (text: string): string => (text.length > longest ? text.slice(0, longest) : text);
