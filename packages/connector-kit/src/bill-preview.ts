import type { BillPreview, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { Bilingual } from '@parvis/domain/display/language';
import { type PlainBill, type PlainLine, signedTotals } from './plain-bill.js';

/** What a connector knows of a bill that it would make. */
export interface PreviewDetails<Line extends PlainLine = PlainLine> {
  readonly there: BillPreview['supplier']['there'];
  readonly journal?: string | undefined;
  readonly accountOf?: (line: Line) => string | undefined;
  readonly taxOf?: (line: Line) => string | undefined;
  readonly remarks?: readonly Bilingual[];
}

/** The bill as people read it before it is made. */
export const billPreview = <Line extends PlainLine = PlainLine>(
  { supplier, files }: InvoiceEnvelope,
  bill: Omit<PlainBill, 'lines'> & { readonly lines: readonly Line[] },
  {
    there,
    journal,
    accountOf = () => undefined,
    taxOf = () => undefined,
    remarks = [],
  }: PreviewDetails<Line>,
): BillPreview => {
  const { net, vat, gross } = signedTotals(bill);
  return {
    supplier: { name: supplier.name, identifier: supplier.siret ?? supplier.otherIdentifier.value, there },
    ...(journal === undefined ? {} : { journal }),
    lines: bill.lines.map((line) => {
      const account = accountOf(line);
      const tax = taxOf(line);
      return {
        label: line.label,
        quantity: line.quantity.toString(),
        unitPrice: line.unitPrice.toString(),
        net: line.net.toString(),
        ...(account === undefined ? {} : { account }),
        ...(tax === undefined ? {} : { tax }),
      };
    }),
    totals: { net: net.toString(), vat: vat.toString(), gross: gross.toString() },
    files: files.map(({ fileName }) => fileName),
    remarks,
  };
};
