import type { PlainTotals } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';

/** What a pivot says of its one invoice; undefined where it is not whole. */
export const readPivotTotals = (
  bytes: Uint8Array,
): (PlainTotals & { readonly number: string }) | undefined => {
  const root = readElementTree(bytes);
  const data = root?.first('CPPFactures/CPPFacturePivotUnitaire/DonneesFacture');
  const number = data?.textAt('Id');
  const [net, gross] = ['HT', 'TTC'].map((kind) =>
    Decimal.parse(data?.textAt(`Montants/Montant${kind}`) ?? ''),
  );
  const vat = data?.all('TVAs/TVA').map((tax) => Decimal.parse(tax.textAt('MontantTVA') ?? ''));
  if (root?.name !== 'CPPFacturePivot' || !number || !net || !gross || !vat) return undefined;
  return { number, net, gross, vat: Decimal.sum(vat.map((amount) => amount ?? Decimal.zero)) };
};
