import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { Refused } from '../failures.js';
import { type MappedLine, ruleFor } from '../mapping.js';
import { type PlainBill, type PlainLine, plainBill } from '../plain-bill.js';
import type { PesSettings } from './pes-settings.js';

/** One line of a payment order: everything of the invoice that falls on one place of the budget. */
export interface PaymentLine {
  readonly account: string;
  readonly function?: string | undefined;
  readonly operation?: string | undefined;
  readonly analytic?: string | undefined;
  /** With VAT where VAT is part of the expense. */
  readonly net: Decimal;
  readonly vat: Decimal;
}

interface Place {
  readonly account: string;
  readonly function?: string | undefined;
  readonly operation?: string | undefined;
  readonly analytic?: string | undefined;
}

/** Where a line of a bill stands in the budget. */
export const placeOf = (
  line: PlainLine,
  serviceCode: string | undefined,
  settings: Pick<PesSettings, 'accounts' | 'expenseAccount' | 'expenseFunction'>,
): Place => {
  const mapped: MappedLine = { label: line.label, vatRate: line.vatRate, serviceCode };
  const rule = ruleFor(settings.accounts, mapped);
  return {
    account: rule?.account ?? settings.expenseAccount,
    function: rule?.function ?? settings.expenseFunction,
    operation: rule?.operation,
    analytic: rule?.analytic,
  };
};

/** The lines of the order, in the order in which the invoice first names their place. They add up to the cent. */
export const paymentLines = (
  { invoice, serviceCode }: Pick<InvoiceEnvelope, 'invoice' | 'serviceCode'>,
  settings: PesSettings,
): readonly PaymentLine[] => {
  const bill = plainBill(invoice, 2);
  const vat = vatOfLines(bill);
  const groups = new Map<string, { place: Place; net: Decimal; vat: Decimal }>();
  for (const [index, line] of bill.lines.entries()) {
    const place = placeOf(line, serviceCode, settings);
    const name = [place.account, place.function, place.operation, place.analytic].join('/');
    const group = groups.get(name) ?? { place, net: Decimal.zero, vat: Decimal.zero };
    groups.set(name, {
      place,
      net: group.net.plus(line.net),
      vat: group.vat.plus(vat[index] ?? Decimal.zero),
    });
  }
  const lines = withoutNegatives(
    [...groups.values()].map(({ place, net, vat: tax }) =>
      settings.vat === 'inclusive'
        ? { ...place, net: net.plus(tax).rounded(), vat: Decimal.zero }
        : { ...place, net: net.rounded(), vat: tax.rounded() },
    ),
  );
  mustAgree(bill, lines);
  return lines;
};

/** The VAT of each line, so that the lines of one rate share exactly what the invoice writes for that rate. */
const vatOfLines = ({ lines, vat }: PlainBill): readonly Decimal[] => {
  const shares = lines.map(() => Decimal.zero);
  for (const { category, rate, amount } of vat) {
    const indexes = [...lines.keys()].filter((index) => {
      const line = lines[index];
      return line !== undefined && line.vatCategory === category && line.vatRate.equals(rate);
    });
    const base = Decimal.sum(indexes.map((index) => lines[index]?.net ?? Decimal.zero));
    let left = amount;
    for (const [position, index] of indexes.entries()) {
      const isLast = position === indexes.length - 1;
      const net = lines[index]?.net ?? Decimal.zero;
      const share = isLast || base.isZero() ? left : net.times(amount).dividedBy(base, 2);
      shares[index] = share;
      left = left.minus(share);
    }
  }
  return shares;
};

/** Hélios takes no amount below zero: a discount lowers the largest line. A line of nothing is none. */
const withoutNegatives = (lines: readonly PaymentLine[]): readonly PaymentLine[] => {
  const [largest, ...others] = lines.toSorted((one, other) => other.net.compare(one.net));
  if (!largest) return lines;
  const lowering = others.filter(({ net, vat }) => net.isNegative() || vat.isNegative());
  const lowered = {
    ...largest,
    net: largest.net.plus(Decimal.sum(lowering.map(({ net }) => net))),
    vat: largest.vat.plus(Decimal.sum(lowering.map(({ vat }) => vat))),
  };
  return lines
    .filter((line) => !lowering.includes(line))
    .map((line) => (line === largest ? lowered : line))
    .filter((line) => line === lowered || !line.net.isZero());
};

const mustAgree = ({ totals }: PlainBill, lines: readonly PaymentLine[]): void => {
  const ordered = Decimal.sum(lines.map(({ net, vat }) => net.plus(vat)));
  if (ordered.equals(totals.gross)) {
    if (lines.every(({ net, vat }) => !net.isNegative() && !vat.isNegative()) && !ordered.isZero()) return;
    throw new Refused(
      'validation-refused',
      say(
        'Un mandat ne peut porter ni sur un montant nul ni sur un montant négatif. Traitez cette facture dans votre logiciel.',
        'A payment order can be neither of nothing nor of an amount below zero. Treat this invoice in your own software.',
      ),
    );
  }
  throw new Refused(
    'amount-differs',
    say(
      `Le mandat serait de ${ordered.rounded()} € pour une facture de ${totals.gross.rounded()} €. Refusez la facture ou mandatez-la dans votre logiciel.`,
      `The payment order would be €${ordered.rounded()} for an invoice of €${totals.gross.rounded()}. Refuse the invoice or order its payment in your own software.`,
    ),
  );
};
