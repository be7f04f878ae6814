import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Fault } from '@parvis/domain/rules/fault';
import { limits } from '../reading/limits.js';
import { type ReadFaultId, readFault, stopReading } from '../reading/read-fault.js';
import { attributeOf, type CapturedElement, xpathOf } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import {
  blankGroups,
  type Draft,
  documentScope,
  entriesAt,
  holderOf,
  join,
  openEntry,
  type Scope,
} from './draft.js';
import { splitAtList, type ValueTarget, type Wish } from './element-schema.js';
import { holds } from './hold-conditions.js';
import { readValue, shortened } from './read-value.js';

interface Reading {
  readonly target: ValueTarget;
  readonly value: string | Decimal;
  readonly raw: string;
  readonly element: CapturedElement;
  readonly attribute: string | undefined;
  readonly preference: number;
}

/** Fills an invoice with the elements of one document, as the compiled bindings wish. */
export class InvoiceAssembler {
  readonly faults: Fault[] = [];
  /** Model path to XPath, for what is not found by counting: entries of lists, values of the header. */
  readonly places: Record<string, string> = {};
  private readonly document = documentScope();
  /** What depends on values of the document that may come later. */
  private readonly postponed: (() => void)[] = [];
  /** Values of the document that the model keeps in each entry of a list. */
  private readonly shared: Reading[] = [];
  private readonly preferences = new Map<string, number>();

  constructor(private readonly rootWish: Wish) {}

  /** Takes an element that stands below the root or below another container. */
  take(element: CapturedElement): void {
    const wishes = this.wishesDownTo(element.parent);
    this.bind(element, wishes, this.document);
  }

  finish(): Invoice {
    for (const act of this.postponed) act();
    for (const reading of this.shared) this.share(reading);
    return this.document.draft as unknown as Invoice;
  }

  private wishesDownTo(container: CapturedElement | undefined): readonly Wish[] {
    if (!container?.parent) return [this.rootWish];
    return this.wishesDownTo(container.parent).flatMap(({ below }) => below.get(container.schema.name) ?? []);
  }

  private bind(element: CapturedElement, above: readonly Wish[], scope: Scope): void {
    const wishes: Wish[] = [];
    for (const { below } of above) {
      for (const wish of below.get(element.schema.name) ?? []) {
        if (wish.conditions.some(({ field }) => field !== undefined)) this.postpone(element, wish, scope);
        else if (this.wanted(element, wish)) wishes.push(wish);
      }
    }
    this.doubt(element);
    if (wishes.length === 0 && isAllowanceOrCharge(element)) this.complain('PV-READ-INDICATOR', element, {});
    this.grant(element, wishes, scope);
  }

  private wanted(element: CapturedElement, wish: Wish): boolean {
    for (const condition of wish.conditions)
      if (!holds(condition, element, this.document.draft)) return false;
    return true;
  }

  private postpone(element: CapturedElement, wish: Wish, scope: Scope): void {
    this.postponed.push(() => {
      if (this.wanted(element, wish)) this.grant(element, [wish], scope);
    });
  }

  private grant(element: CapturedElement, wishes: readonly Wish[], scope: Scope): void {
    if (wishes.length === 0) return;
    const inner = this.open(element, wishes, scope);
    for (const { values, groups } of wishes) {
      for (const group of groups) this.keepGroup(group, element, inner);
      for (const { attribute, target, preference } of values) {
        const raw = attribute === undefined ? element.text : attributeOf(element, attribute);
        if (raw !== undefined) this.keep({ target, raw, element, attribute, preference }, inner);
      }
    }
    for (const child of element.children) this.bind(child, wishes, inner);
  }

  /** An element that only conditions look at: written twice, nobody knows which of the two decides. */
  private doubt(element: CapturedElement): void {
    if (!element.schema.decides) return;
    if (element.position > 1) this.complain('PV-READ-REPEATED', element, {});
    for (const child of element.children) this.doubt(child);
  }

  private open(element: CapturedElement, wishes: readonly Wish[], scope: Scope): Scope {
    const list = wishes.find(({ opens }) => opens !== undefined)?.opens;
    if (list === undefined) return scope;
    const { list: outer, fields } = splitAtList(list.slice(0, -2));
    const entry = openEntry(scopeOf(scope, outer) ?? this.document, list, fields);
    this.places[entry.path] = xpathOf(element);
    return entry;
  }

  private keepGroup(group: string, element: CapturedElement, scope: Scope): void {
    const { list, fields } = splitAtList(group);
    const owner = scopeOf(scope, list);
    if (!owner) return;
    const kept = holderOf(owner.draft, [...fields, '']);
    for (const [field, blank] of Object.entries(blankGroups[group] ?? {})) kept[field] ??= blank;
    if (owner.list === '') this.places[group] ??= xpathOf(element);
  }

  private keep(found: Omit<Reading, 'value'>, scope: Scope): void {
    const { target, raw, element } = found;
    if (target.kind !== 'base64' && raw.length > limits.textLength)
      stopReading('PV-READ-TOO-LARGE', { limit: target.term });
    const owner = scopeOf(scope, target.list);
    const path = join(owner?.path ?? '', target.fields.join('.'));
    const read = readValue(target.kind, raw, element);
    if ('fault' in read) {
      this.complain(read.fault, element, { terms: [target.term], path, found: read.found });
      return;
    }
    if (!owner) {
      this.shared.push({ ...found, value: read.value });
      return;
    }
    this.set(owner, path, { ...found, value: read.value }, owner !== scope);
  }

  /** `told` where the syntax tells a value of the document once in each entry of a list, as CII does BT-8. */
  private set(owner: Scope, path: string, reading: Reading, told: boolean): void {
    const { target, value, preference } = reading;
    const holder = holderOf(owner.draft, target.fields);
    const field = target.fields.at(-1) ?? '';
    const before = holder[field];
    if (before !== undefined && before !== '' && !this.replaces(before, path, reading, told)) {
      if (target.kind === 'prose' && value !== '' && before !== value) holder[field] = `${before}\n${value}`;
      return;
    }
    holder[field] = value;
    if (preference > 0) this.preferences.set(path, preference);
    if (!inLines(owner)) this.places[path] = placeOf(reading);
  }

  /** Whether a second value of a term takes the place of the first; says so where it is a fault. */
  private replaces(before: unknown, path: string, reading: Reading, told: boolean): boolean {
    const { target, preference, element, value, raw } = reading;
    const known = this.preferences.get(path) ?? 0;
    if (preference !== known) return preference < known;
    if (!told || String(before) !== String(value))
      this.complain('PV-READ-REPEATED', element, {
        terms: [target.term],
        path,
        found: shortened(trimmed(raw)),
        severity: mayRepeat(target) ? 'warning' : 'fatal',
      });
    return false;
  }

  /** Gives a value of the document to the entries of a list: BT-83, BT-89 and BT-90 belong to each payment. */
  private share(reading: Reading): void {
    const { target } = reading;
    const [field = ''] = target.list.split('[');
    const all = entriesAt(this.document.draft, field).map((draft, index) => ({ draft, index }));
    const direct = all.filter(({ draft }) => 'directDebit' in draft || isDirectDebit(draft));
    const chosen = target.fields[0] === 'directDebit' ? (direct.length > 0 ? direct : all.slice(0, 1)) : all;
    for (const { draft, index } of chosen) {
      const entry = { list: target.list, path: `${field}[${index}]`, parent: this.document, draft };
      this.set(entry, join(entry.path, target.fields.join('.')), reading, true);
    }
  }

  private complain(
    rule: ReadFaultId,
    element: CapturedElement,
    { found, ...details }: Partial<Fault> & { readonly found?: string },
  ): void {
    if (this.faults.length >= limits.faults) return;
    const values = { element: element.schema.name, ...(found === undefined ? {} : { found }) };
    this.faults.push(readFault(rule, { location: xpathOf(element), values, ...details }));
  }
}

const scopeOf = (scope: Scope, list: string): Scope | undefined => {
  let current: Scope | undefined = scope;
  while (current && current.list !== list) current = current.parent;
  return current;
};

/** Terms that richer profiles repeat and nothing is computed from: the first is kept, and the sender told. */
const mayRepeat = ({ path, kind }: ValueTarget): boolean =>
  kind === 'prose' || repeatable.some((start) => path.startsWith(start));

const repeatable = [
  'dueDate',
  'buyerAccountingReference',
  'lines[].buyerAccountingReference',
  'receivingAdviceReference',
  'despatchAdviceReference',
  'invoicedObject',
  'tenderReference',
  'lines[].object',
  'lines[].price.discount',
  'precedingInvoices[]',
  'payments[].directDebit',
  'supportingDocuments[].description',
];

const inLines = (scope: Scope): boolean => scope.list.startsWith('lines[]');

const placeOf = ({ element, attribute }: Reading): string =>
  attribute === undefined ? xpathOf(element) : `${xpathOf(element)}/@${attribute}`;

/** UNTDID 4461: direct debit, SEPA direct debit. */
const isDirectDebit = ({ meansCode }: Draft): boolean => meansCode === '49' || meansCode === '59';

/** Where it does not say which of the two it is, its amount would be lost from the sums without a word. */
const isAllowanceOrCharge = ({ schema }: CapturedElement): boolean =>
  schema.repeats && schema.name.endsWith('AllowanceCharge');
