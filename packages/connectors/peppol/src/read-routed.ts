import type { PlainTotals } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';

/** The totals of a routed invoice; undefined where it is not whole. */
export const readRoutedTotals = (bytes: Uint8Array): PlainTotals | undefined => {
  const root = readElementTree(bytes);
  const document = root?.first('Invoice') ?? root?.first('CreditNote');
  const totals = document?.first('LegalMonetaryTotal');
  const net = Decimal.parse(totals?.textAt('TaxExclusiveAmount') ?? '');
  const gross = Decimal.parse(totals?.textAt('TaxInclusiveAmount') ?? '');
  const vat = Decimal.parse(document?.textAt('TaxTotal/TaxAmount') ?? '0');
  return net && gross && vat ? { net, vat, gross } : undefined;
};
