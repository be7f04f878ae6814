import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { type PlainLine, plainBill } from '@parvis/connector-kit/plain-bill';

/** The simulator takes prices as fine as any sender writes them. */
export const PRICE_DECIMALS = 10;

/** The bill as the simulator's API takes it. */
export const encodeBill = (envelope: InvoiceEnvelope, key: DeliveryKey): object => {
  const { invoice, supplier, serviceCode, engagementNumber } = envelope;
  const bill = plainBill(invoice, PRICE_DECIMALS);
  const dueDate = envelope.paymentDueDate ?? invoice.dueDate;
  return {
    key,
    kind: bill.isCreditNote ? 'credit-note' : 'invoice',
    supplier: { siret: supplierCode(supplier), name: supplier.name },
    reference: invoice.number,
    issueDate: invoice.issueDate,
    ...(dueDate ? { dueDate } : {}),
    currency: invoice.currency,
    ...(serviceCode ? { serviceCode } : {}),
    ...(engagementNumber ? { engagementNumber } : {}),
    lines: bill.lines.map(encodeLine),
    vat: bill.vat.map(({ rate, category, base, amount }) => ({
      rate: `${rate}`,
      category,
      base: `${base.rounded()}`,
      amount: `${amount.rounded()}`,
    })),
  };
};

/** The simulator knows suppliers by one code: the SIRET, or the register and the identifier in it. */
export const supplierCode = ({ siret, otherIdentifier }: InvoiceEnvelope['supplier']): string =>
  siret ?? `${otherIdentifier.type} ${otherIdentifier.value}`;

const encodeLine = ({ label, quantity, unitPrice, net, vatRate }: PlainLine): object => ({
  label,
  quantity: `${quantity}`,
  unitPrice: `${unitPrice}`,
  net: `${net.rounded()}`,
  vatRate: `${vatRate}`,
});
