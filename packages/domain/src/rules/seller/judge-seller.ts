import { identifierRules } from '../../directory/identifiers/parse-identifier.js';
import { parseSiret } from '../../directory/siret.js';
import type { PastIdentifier, StructureIdentifier } from '../../directory/structure-identifier.js';
import type { CalendarDate, Invoice } from '../../invoice/invoice.js';
import { sellerSirenOf, sellerSiretOf } from '../../invoice/public-references.js';
import type { Fault } from '../fault.js';

export const sellerRuleIds = ['PV-SELLER-MISMATCH', 'PV-SELLER-MOVED'] as const;

/** The structure in whose name an invoice is deposited. */
export interface Depositor {
  readonly identifier: StructureIdentifier;
  readonly name: string;
  /** What identified it before, the newest first. */
  readonly past: readonly PastIdentifier[];
}

/**
 * Nobody sends invoices in another's name: the seller is whoever deposits, under the present identifier, or for a while
 * under one that was left. A firm with a SIRET is known by its SIREN: each establishment may send for the others.
 */
export const judgeSeller = (
  invoice: Invoice,
  depositor: Depositor | undefined,
  day: CalendarDate,
): Fault[] => {
  if (!depositor) return [mismatch(invoice, undefined)];
  const { identifier, past } = depositor;
  if (names(invoice, identifier)) return [];
  const left = past.find((one) => names(invoice, one.identifier));
  return [left ? moved(invoice, depositor, left, day) : mismatch(invoice, depositor)];
};

/** Whether the seller of the invoice bears this identifier, in its own scheme (BT-29) or where senders write it. */
const names = (invoice: Invoice, { type, value }: StructureIdentifier): boolean => {
  if (type === 'SIRET') return sellerSirenOf(invoice) === value.slice(0, 9);
  const { parse, scheme } = identifierRules[type];
  return candidates(invoice, scheme).some((written) => {
    const parsed = parse(written);
    return parsed.ok && parsed.value === value;
  });
};

/** An identifier of no published scheme (AUTRE) stands without one. The VAT number of the Union is BT-31 as well. */
const candidates = ({ seller }: Invoice, scheme: string | null): string[] => {
  const inScheme = seller.identifiers.filter((identifier) => (identifier.scheme?.trim() || null) === scheme);
  return [
    ...inScheme.map(({ value }) => value),
    ...(scheme === identifierRules.UE_HORS_FRANCE.scheme && seller.vatIdentifier
      ? [seller.vatIdentifier]
      : []),
  ];
};

const mismatch = (invoice: Invoice, depositor: Depositor | undefined): Fault => {
  const found = foundIn(invoice);
  return {
    rule: 'PV-SELLER-MISMATCH',
    severity: 'fatal',
    terms: ['BT-29', 'BT-30'],
    path: 'seller.identifiers',
    values: {
      ...(found && { found }),
      ...(depositor && { expected: depositor.identifier.value, supplier: depositor.name }),
    },
  };
};

const foundIn = (invoice: Invoice): string | undefined =>
  sellerSiretOf(invoice) ?? sellerSirenOf(invoice) ?? invoice.seller.identifiers[0]?.value;

const moved = (
  invoice: Invoice,
  { identifier, name }: Depositor,
  past: PastIdentifier,
  day: CalendarDate,
): Fault => {
  const index = invoice.seller.identifiers.findIndex(({ value }) => isWritten(value, past.identifier));
  const written = invoice.seller.identifiers[index]?.value;
  const path = `seller.identifiers[${index}].value`;
  const accepted = day <= past.acceptedUntil;
  return {
    rule: 'PV-SELLER-MOVED',
    severity: accepted ? 'warning' : 'fatal',
    terms: ['BT-29', 'BT-30'],
    path: written === undefined ? 'seller.identifiers' : path,
    values: {
      found: written ?? past.identifier.value,
      supplier: name,
      now: identifier.value,
      ...(accepted && { until: past.acceptedUntil }),
    },
    ...(written !== undefined && { patch: { path, from: written, to: identifier.value } }),
  };
};

const isWritten = (text: string, { value }: StructureIdentifier): boolean => {
  const siret = parseSiret(text);
  return (siret.ok ? siret.value : text.trim()) === value;
};
