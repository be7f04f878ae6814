import type { Evidence, Stray, WrittenVatTotal } from '@parvis/domain/rules/evidence';
import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { xpathOf } from '../xml/xpath.js';
import { cut, StrayKeeper } from './stray-keeper.js';

/** What the assembler leaves to the rules beside the model. Nothing is spelled out where nothing is out of the way. */
export class EvidenceCollector {
  readonly strays = new StrayKeeper();
  private readonly written: Record<string, string> = {};
  private readonly hollow: Record<string, true> = {};
  private readonly repeated: Record<string, string[]> = {};
  private readonly groups = new Map<string, number>(countedGroups.map((group) => [group, 0]));
  private readonly vatTotals: WrittenVatTotal[] = [];
  private readonly otherTaxes: Record<string, string> = {};

  write(path: string, text: string): void {
    this.written[path] ??= cut(text);
  }

  isHollow(path: string): void {
    this.hollow[path] = true;
  }

  writtenAt(path: string): string | undefined {
    return this.written[path];
  }

  repeat(path: string, text: string): void {
    this.repeated[path] ??= [];
    this.repeated[path].push(cut(text));
  }

  count(group: string): void {
    const known = this.groups.get(group);
    if (known !== undefined) this.groups.set(group, known + 1);
  }

  /** The scheme of an entry's tax where it is another than VAT, as last read. */
  taxIsOther(path: string, scheme: string | undefined): void {
    if (scheme === undefined) delete this.otherTaxes[path];
    else this.otherTaxes[path] = cut(scheme);
  }

  vatTotal(amount: CapturedElement | undefined, breakdowns: number): void {
    const currency = amount && attributeOf(amount, 'currencyID');
    this.vatTotals.push({
      breakdowns,
      ...(amount && { amount: cut(amount.text) }),
      ...(currency !== undefined && { currency }),
    });
  }

  /** An element that a binding speaks of, and that none takes. */
  refuse(element: CapturedElement, path: string, isCharge: boolean | undefined): void {
    const place = { location: xpathOf(element), path };
    const stray = { ...strayOf(element), ...place, ...(isCharge !== undefined && { isCharge }) };
    if (this.strays.hasRoom()) this.strays.kept.push(stray);
  }

  finish(): Evidence {
    const { written, hollow, repeated, vatTotals, otherTaxes } = this;
    const strays = this.strays.kept;
    const groups = Object.fromEntries([...this.groups].filter(([, count]) => count !== 1));
    return { written, hollow, repeated, groups, vatTotals, otherTaxes, strays, syntax: [] };
  }
}

/** Rules hang on these, whatever stands in them. */
const countedGroups = ['totals', 'seller'];

const strayOf = (element: CapturedElement): Stray => ({
  element: element.schema.name,
  parent: element.parent?.schema.name ?? '',
  text: cut(element.text),
  attributes: Object.fromEntries(element.attributes.map(({ local, value }) => [local, cut(value)])),
  children: element.children.map(strayOf),
});
