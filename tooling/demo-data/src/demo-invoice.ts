import { Decimal } from '@parvis/domain/amount/decimal';
import { type PublicEntityKey, publicEntities, type SupplierKey, suppliers } from './demo-identifiers.js';

/** What an invented invoice is about; everything else follows from it. */
export interface DemoInvoice {
  readonly number: string;
  readonly kind: 'invoice' | 'creditNote';
  readonly supplier: SupplierKey;
  readonly recipient: PublicEntityKey;
  readonly serviceCode?: string;
  readonly engagementNumber?: string;
  /** `YYYY-MM-DD` */
  readonly issueDate: string;
  readonly dueDate?: string;
  readonly precedingInvoice?: string;
  readonly lines: readonly DemoLine[];
}

export interface DemoLine {
  readonly label: string;
  readonly quantity: string;
  /** UN/ECE Recommendation 20 */
  readonly unit: string;
  readonly unitPrice: string;
  /** 20 means 20 % */
  readonly vatRate: string;
}

export interface DemoFigures {
  readonly lines: readonly (DemoLine & { readonly net: Decimal })[];
  readonly vat: readonly { readonly rate: string; readonly base: Decimal; readonly tax: Decimal }[];
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
}

/** The sums of an invented invoice, as EN 16931 wants them. */
export const figuresOf = ({ lines }: DemoInvoice): DemoFigures => {
  const withNet = lines.map((line) => ({
    ...line,
    net: Decimal.of(line.quantity).times(Decimal.of(line.unitPrice)).rounded(),
  }));
  const vat = [...new Set(lines.map(({ vatRate }) => vatRate))].map((rate) => {
    const base = Decimal.sum(
      withNet.filter(({ vatRate }) => vatRate === rate).map(({ net }) => net),
    ).rounded();
    return { rate, base, tax: base.times(Decimal.of(rate)).dividedBy(Decimal.of(100), 2) };
  });
  const net = Decimal.sum(withNet.map((line) => line.net)).rounded();
  const tax = Decimal.sum(vat.map((entry) => entry.tax)).rounded();
  return { lines: withNet, vat, net, tax, gross: net.plus(tax) };
};

export const partiesOf = ({ supplier, recipient }: DemoInvoice) => ({
  seller: suppliers[supplier],
  buyer: publicEntities[recipient],
});
