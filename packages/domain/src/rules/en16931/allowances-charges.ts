import type { Invoice } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { eachAllowance, eachCharge, eachLineAllowance, eachLineCharge } from '../places.js';
import { exists, hasText } from '../presence.js';
import { isUbl, type Judged, type Rule, ruleOfEach } from '../rule.js';

interface AllowanceOrCharge {
  readonly amount?: unknown;
  readonly vatCategory?: string;
  readonly reason?: string;
  readonly reasonCode?: string;
}

type Each = (invoice: Invoice) => Place<AllowanceOrCharge>[];

/** CII selects by the words `true` and `false`; UBL takes `1` and `0` as well. */
const isSelected = ({ context, file }: Judged, path: string): boolean =>
  isUbl(context) || file.text(`${path}.indicator`, undefined) === undefined;

const hasAmount = (id: string, terms: readonly string[], each: Each): Rule =>
  ruleOfEach({
    id,
    terms,
    each,
    path: 'amount',
    holds: ({ amount }, judged, path) =>
      !isSelected(judged, path) || judged.file.has(`${path}.amount`, amount),
  });

const hasVatCategory = (id: string, terms: readonly string[], each: Each): Rule =>
  ruleOfEach({
    id,
    terms,
    each,
    path: 'vatCategory',
    holds: ({ vatCategory }, judged, path) =>
      !isSelected(judged, path) || (exists(vatCategory) && judged.file.isVat(path)),
  });

/** On the document the reason must have text; on a line it is enough that it is there. */
const hasReason = (id: string, terms: readonly string[], each: Each, test: typeof hasText): Rule =>
  ruleOfEach({
    id,
    terms,
    each,
    path: 'reason',
    holds: ({ reason, reasonCode }, judged, path) =>
      !isSelected(judged, path) || test(reason) || test(reasonCode),
  });

const isWritten: typeof hasText = exists;

/** Allowances and charges, on the document and on lines. Two rules ask for the reason and fire together. */
export const allowanceChargeRules: readonly Rule[] = [
  hasAmount('BR-31', ['BT-92'], eachAllowance),
  hasVatCategory('BR-32', ['BT-95'], eachAllowance),
  hasReason('BR-33', ['BT-97', 'BT-98'], eachAllowance, hasText),
  hasReason('BR-CO-21', ['BT-97', 'BT-98'], eachAllowance, hasText),
  hasAmount('BR-36', ['BT-99'], eachCharge),
  hasVatCategory('BR-37', ['BT-102'], eachCharge),
  hasReason('BR-38', ['BT-104', 'BT-105'], eachCharge, hasText),
  hasReason('BR-CO-22', ['BT-104', 'BT-105'], eachCharge, hasText),
  hasAmount('BR-41', ['BT-136'], eachLineAllowance),
  hasReason('BR-42', ['BT-139', 'BT-140'], eachLineAllowance, isWritten),
  hasReason('BR-CO-23', ['BT-139', 'BT-140'], eachLineAllowance, isWritten),
  hasAmount('BR-43', ['BT-141'], eachLineCharge),
  hasReason('BR-44', ['BT-144', 'BT-145'], eachLineCharge, isWritten),
  hasReason('BR-CO-24', ['BT-144', 'BT-145'], eachLineCharge, isWritten),
];
