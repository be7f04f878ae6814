import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Evidence } from '@parvis/domain/rules/evidence';
import type { Fault } from '@parvis/domain/rules/fault';
import { limits } from '../reading/limits.js';
import { type ReadFaultId, readFault, stopReading } from '../reading/read-fault.js';
import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import type { XmlWatcher } from '../xml/xml-watcher.js';
import { xpathOf } from '../xml/xpath.js';
import { documentScope, entriesAt, groupAt, holderOf, join, openEntry, Scope, scopeOf } from './draft.js';
import type { OpenedList, ValueTarget, WantedGroup, WantedValue, Wish } from './element-schema.js';
import { EvidenceCollector } from './evidence-collector.js';
import type { GrantedWishes, WishesBelow } from './granted-wishes.js';
import { descendant, holds } from './hold-conditions.js';
import { readValue, shortened, Unreadable, writtenText } from './read-value.js';
import { StrayWatcher } from './stray-watcher.js';

interface Reading {
  readonly wanted: WantedValue;
  readonly value: string | Decimal;
  readonly raw: string;
  readonly element: CapturedElement;
}

/** Fills an invoice with the elements of one document, as the compiled bindings wish. */
export class InvoiceAssembler {
  readonly faults: Fault[] = [];
  /** Model path to XPath of what does not stand where the tables alone would put it. */
  readonly places: Record<string, string> = {};
  private readonly document = documentScope();
  private readonly evidence = new EvidenceCollector();
  /** What depends on values of the document that may come later. */
  private readonly postponed: (() => void)[] = [];
  /** Values of the document that the model keeps in each entry of a list. */
  private readonly shared: Reading[] = [];
  private readonly preferences = new Map<string, number>();
  private readonly once = new Set<string>();

  constructor(private readonly wishes: GrantedWishes) {}

  /** Takes an element that stands below the root or below another container. */
  take(element: CapturedElement): void {
    this.noteVatTotals(element);
    this.bind(element, this.wishesOn(element.parent), this.document);
  }

  /** What shall see an element that no binding speaks of. */
  stray(parent: CapturedElement): XmlWatcher {
    return new StrayWatcher(parent.schema.name, xpathOf(parent), this.evidence.strays);
  }

  finish(): { readonly invoice: Invoice; readonly evidence: Evidence } {
    for (const act of this.postponed) act();
    for (const reading of this.shared) this.share(reading);
    return { invoice: this.document.draft as unknown as Invoice, evidence: this.evidence.finish() };
  }

  private wishesOn(container: CapturedElement | undefined): GrantedWishes {
    if (!container?.parent) return this.wishes;
    return this.wishesOn(container.parent).below(container.schema).always;
  }

  private bind(element: CapturedElement, above: GrantedWishes, scope: Scope): void {
    const below = above.below(element.schema);
    if (element.schema.decides) this.doubt(element);
    const granted = below.conditional.length === 0 ? below.always : this.judge(element, below, scope);
    if (below.later.length > 0) this.postpone(element, below.later, scope);
    else if (below.isEmpty && !element.schema.decides) this.refuse(element, scope);
    this.grant(element, granted, scope);
  }

  /** What is granted of an element whose content decides. */
  private judge(element: CapturedElement, below: WishesBelow, scope: Scope): GrantedWishes {
    let passed = 0;
    for (let index = 0; index < below.conditional.length; index++)
      if (this.isWanted(element, below.conditional[index])) passed |= 1 << index;
    if (passed === 0) this.refuse(element, scope);
    if (element.schema.name.endsWith('AllowanceCharge')) this.doubtIndicator(element, passed > 0);
    return below.grant(passed);
  }

  /**
   * Where it cannot be told which of the two it is, its amount would be lost from the sums without a word. What is read
   * and has no place (a charge on a price) is told as well.
   */
  private doubtIndicator(element: CapturedElement, isTaken: boolean): void {
    const text = indicatorOf(element);
    if (text === undefined ? !isTaken : !indicators.has(trimmed(text)))
      this.complain('PV-READ-INDICATOR', element, {});
    else if (!isTaken) this.complain('PV-READ-NO-PLACE', element, { severity: 'warning' });
  }

  private refuse(element: CapturedElement, scope: Scope): void {
    const indicator = element.parent && indicatorOf(element.parent);
    const isCharge = indicator === undefined ? undefined : trues.has(trimmed(indicator));
    this.evidence.refuse(element, scope.path, isCharge);
  }

  private readonly valueAt = (field: string): string | undefined => {
    const value = this.document.draft[field];
    return this.evidence.writtenAt(field) ?? (typeof value === 'string' ? value : undefined);
  };

  private isWanted(element: CapturedElement, wish: Wish | undefined): boolean {
    if (wish === undefined) return false;
    for (const condition of wish.conditions) if (!holds(condition, element, this.valueAt)) return false;
    return true;
  }

  private postpone(element: CapturedElement, wishes: readonly Wish[], scope: Scope): void {
    this.postponed.push(() => {
      const wanted = wishes.filter((wish) => this.isWanted(element, wish));
      for (const wish of wanted)
        for (const value of wish.values) this.keep(value, element.text, element, scope);
      if (wanted.length === 0) this.refuse(element, scope);
    });
  }

  private grant(element: CapturedElement, granted: GrantedWishes, scope: Scope): void {
    if (granted.isEmpty || this.isSecond(element, granted, scope)) return;
    const inner = granted.opens ? this.open(element, granted.opens, scope) : scope;
    for (const group of granted.groups) this.keepGroup(group, element, inner);
    for (const wanted of granted.values) {
      const raw = wanted.attribute === undefined ? element.text : attributeOf(element, wanted.attribute);
      if (raw !== undefined) this.keep(wanted, raw, element, inner);
    }
    for (const child of element.children) this.bind(child, granted, inner);
    for (const { child, target } of granted.awaits)
      if (!element.children.some(({ schema }) => schema.name === child)) this.noteHollow(inner, target);
  }

  /** A second element of a group that the model holds once is not mixed into the first. */
  private isSecond(element: CapturedElement, { groups }: GrantedWishes, scope: Scope): boolean {
    if (groups.length === 0) return false;
    const single = groups.find(({ path }) => heldOnce.has(path));
    if (!single) return false;
    if (!this.once.has(single.path)) {
      this.once.add(single.path);
      return false;
    }
    this.refuse(element, scope);
    this.complain('PV-READ-REPEATED', element, { path: single.path });
    return true;
  }

  /** An element that only conditions look at: written twice, nobody knows which of the two decides. */
  private doubt(element: CapturedElement): void {
    if (element.position > 1) this.complain('PV-READ-REPEATED', element, {});
    for (const child of element.children) this.doubt(child);
  }

  private open(element: CapturedElement, { list, holder, inOrder }: OpenedList, scope: Scope): Scope {
    const owner = scopeOf(scope, holder.list) ?? this.document;
    const entry = openEntry(owner, list, holder, element);
    const { position } = element;
    if (!inOrder || position !== entry.index + 1 || !isAlone(element.parent, owner))
      this.places[entry.path] = xpathOf(element);
    if (element.schema.name.endsWith('AllowanceCharge')) this.noteIndicator(element, entry);
    return entry;
  }

  private keepGroup(group: WantedGroup, element: CapturedElement, scope: Scope): void {
    const owner = scopeOf(scope, group.list);
    if (!owner) return;
    if (owner === this.document) {
      this.evidence.count(group.path);
      if (!isAlone(element, owner)) this.places[group.path] ??= xpathOf(element);
    }
    const kept = groupAt(owner.draft, group.fields);
    if (group.blank) for (const [field, blank] of Object.entries(group.blank)) kept[field] ??= blank;
  }

  private keep(wanted: WantedValue, raw: string, element: CapturedElement, scope: Scope): void {
    const { target } = wanted;
    if (target.kind !== 'base64' && raw.length > limits.textLength)
      stopReading('PV-READ-TOO-LARGE', { limit: target.term });
    const owner = scopeOf(scope, target.list);
    const value = wanted.asWritten && target.kind === 'text' ? raw : readValue(target.kind, raw, element);
    const written = writtenText(target.kind, raw, value, element);
    if (value instanceof Unreadable) {
      const path = pathOf(owner, target);
      if (written === undefined) this.evidence.isHollow(path);
      else this.evidence.write(path, written);
      this.complain(value.fault, element, { terms: [target.term], path, found: value.found });
    } else if (!owner) this.shared.push({ wanted, value, raw, element });
    else if (this.set(owner, { wanted, value, raw, element }, owner !== scope) && written !== undefined)
      this.evidence.write(pathOf(owner, target), written);
  }

  /**
   * Whether the value is now in the model. `told` where the syntax tells a value of the document once in each entry of a
   * list, as CII does BT-8.
   */
  private set(owner: Scope, reading: Reading, told: boolean): boolean {
    const { wanted, value, element } = reading;
    const { target, preference } = wanted;
    const holder = holderOf(owner.draft, target.fields);
    const field = target.fields[target.fields.length - 1] ?? '';
    const before = holder[field];
    if (before !== undefined && before !== '' && !this.replaces(before, owner, reading, told)) {
      if (target.kind === 'prose' && value !== '' && before !== value) holder[field] = `${before}\n${value}`;
      return false;
    }
    holder[field] = value;
    if (wanted.tax !== undefined && (wanted.tax === 'other' || before !== undefined))
      this.evidence.taxIsOther(owner.path, wanted.tax === 'other' ? schemeOf(element.parent) : undefined);
    if (preference > 0) this.preferences.set(pathOf(owner, target), preference);
    if (!owner.inLines && (preference > 0 || !isAlone(element, owner)))
      this.places[pathOf(owner, target)] = placeOf(reading);
    return true;
  }

  /** Whether a second value of a term takes the place of the first; says so where it is a fault. */
  private replaces(before: unknown, owner: Scope, reading: Reading, told: boolean): boolean {
    const { wanted, element, value, raw } = reading;
    const { target, preference } = wanted;
    const path = pathOf(owner, target);
    const isSame = isSameValue(before, value);
    const known = this.preferences.get(path) ?? 0;
    if (preference !== known) {
      const isBetter = preference < known;
      if (!isSame) this.complainOfLoss(element, target, path, isBetter ? before : value);
      return isBetter;
    }
    if (told && isSame) return false;
    this.evidence.repeat(path, raw);
    this.complain('PV-READ-REPEATED', element, {
      terms: [target.term],
      path,
      found: shortened(trimmed(raw)),
      kept: shortened(String(before)),
      severity: mayRepeat(target, element) ? 'warning' : 'fatal',
    });
    return false;
  }

  /** A term with two places in a syntax is kept from the better one. */
  private complainOfLoss(element: CapturedElement, { term }: ValueTarget, path: string, lost: unknown): void {
    const found = shortened(trimmed(String(lost)));
    this.complain('PV-READ-NO-PLACE', element, { severity: 'warning', terms: [term], path, found });
  }

  /** Gives a value of the document to the entries of a list: BT-83, BT-89 and BT-90 belong to each payment. */
  private share(reading: Reading): void {
    const { target } = reading.wanted;
    const [field = ''] = target.list.split('[');
    const all = entriesAt(this.document.draft, field).map(
      (draft, index) => new Scope(target.list, draft, this.document, [field], index, undefined),
    );
    const direct = all.filter(({ draft }) => 'directDebit' in draft || isDirectDebit(draft));
    const chosen = target.fields[0] === 'directDebit' ? (direct.length > 0 ? direct : all.slice(0, 1)) : all;
    for (const entry of chosen) this.set(entry, reading, true);
    if (chosen.length > 0) return;
    this.evidence.write(pathOf(undefined, target), reading.raw);
    this.complain('PV-READ-NO-PLACE', reading.element, {
      severity: 'warning',
      terms: [target.term],
      found: shortened(trimmed(reading.raw)),
    });
  }

  private noteHollow(scope: Scope, target: ValueTarget): void {
    const owner = scopeOf(scope, target.list);
    const holder = owner && holderOf(owner.draft, target.fields);
    if (owner && holder?.[target.fields[target.fields.length - 1] ?? ''] === undefined)
      this.evidence.isHollow(pathOf(owner, target));
  }

  /** CII takes only the words for one or the other in some places, and `0` and `1` as well in others. */
  private noteIndicator(element: CapturedElement, entry: Scope): void {
    const text = indicatorOf(element);
    if (text !== 'true' && text !== 'false' && text !== undefined)
      this.evidence.write(`${entry.path}.indicator`, text);
  }

  private noteVatTotals(element: CapturedElement): void {
    if (element.schema.name === 'cac:TaxTotal') this.noteTaxTotal(element);
    else if (element.schema.name === 'ram:ApplicableHeaderTradeSettlement')
      for (const { schema, children } of element.children)
        if (schema.name.endsWith('HeaderMonetarySummation'))
          for (const child of children)
            if (child.schema.name === 'ram:TaxTotalAmount') this.evidence.vatTotal(child, 0);
  }

  private noteTaxTotal({ children }: CapturedElement): void {
    const amount = children.find(({ schema }) => schema.name === 'cbc:TaxAmount');
    this.evidence.vatTotal(amount, children.filter(({ schema }) => schema.name === 'cac:TaxSubtotal').length);
  }

  private complain(
    rule: ReadFaultId,
    element: CapturedElement,
    { found, kept, ...details }: Partial<Fault> & { readonly found?: string; readonly kept?: string },
  ): void {
    if (this.faults.length >= limits.faults) return;
    const values = {
      element: element.schema.name,
      ...(found === undefined ? {} : { found }),
      ...(kept === undefined ? {} : { kept }),
    };
    this.faults.push(readFault(rule, { location: xpathOf(element), values, ...details }));
  }
}

const isSameValue = (left: unknown, right: unknown): boolean =>
  left instanceof Decimal && right instanceof Decimal ? left.equals(right) : left === right;

const pathOf = (owner: Scope | undefined, { fields }: ValueTarget): string =>
  join(owner?.path ?? '', fields.join('.'));

/** Groups of the model that a file may write again by mistake, and that rules judge one by one. */
const heldOnce: ReadonlySet<string> = new Set(['payee', 'taxRepresentative', 'delivery']);

/** First of its name, and so is all above it inside the entry it belongs to: its place is where the tables say. */
const isAlone = (element: CapturedElement | undefined, owner: Scope): boolean => {
  for (let current = element; current && current !== owner.element; current = current.parent)
    if (current.position > 1) return false;
  return true;
};

/**
 * Terms that richer profiles repeat and nothing is computed from: the first is kept, and the sender told. Each stands in
 * an element of its own that is repeated, and once in it; prose is joined.
 */
const mayRepeat = ({ path, kind }: ValueTarget, { position }: CapturedElement): boolean =>
  kind === 'prose' || (position === 1 && repeatable.some((start) => path.startsWith(start)));

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

const placeOf = ({ element, wanted: { attribute } }: Reading): string =>
  attribute === undefined ? xpathOf(element) : `${xpathOf(element)}/@${attribute}`;

/** UNTDID 4461: direct debit, SEPA direct debit. */
const isDirectDebit = ({ meansCode }: Scope['draft']): boolean => meansCode === '49' || meansCode === '59';

const schemeOf = (tax: CapturedElement | undefined): string =>
  (tax && (descendant(tax, ['cac:TaxScheme', 'cbc:ID']) ?? descendant(tax, ['ram:TypeCode'])))?.text ?? '';

const indicators: ReadonlySet<string> = new Set(['true', 'false', '1', '0']);
const trues: ReadonlySet<string> = new Set(['true', '1']);

const indicatorOf = (element: CapturedElement): string | undefined =>
  (
    descendant(element, ['cbc:ChargeIndicator']) ??
    descendant(element, ['ram:ChargeIndicator', 'udt:Indicator'])
  )?.text;
