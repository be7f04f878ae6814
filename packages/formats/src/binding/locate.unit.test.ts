import { describe, expect, it } from 'vitest';
import { readInvoice } from '../read-invoice.js';
import { ciiInvoice, ublInvoice } from '../testing/sample-files.js';

const places = async (text: string) => {
  const { locate } = await readInvoice(new TextEncoder().encode(text), 'facture.xml');
  return locate;
};
const line =
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[2]';

describe('the place of a model path in the sender’s file', () => {
  it.each([
    ['', '/Invoice'],
    ['number', '/Invoice/cbc:ID'],
    ['lines[1].netAmount', '/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount'],
    ['lines[1].item.name', '/Invoice/cac:InvoiceLine[2]/cac:Item/cbc:Name'],
    ['lines[1].allowances[0].amount', '/Invoice/cac:InvoiceLine[2]/cac:AllowanceCharge[2]/cbc:Amount'],
    ['lines[1].charges[0].amount', '/Invoice/cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:Amount'],
    ['totals.vat', '/Invoice/cac:TaxTotal/cbc:TaxAmount'],
    [
      'seller.identifiers[0].scheme',
      '/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID[1]/@schemeID',
    ],
  ])('of %j in UBL is %s', async (path, xpath) => {
    expect((await places(ublInvoice()))(path)).toBe(xpath);
  });

  it.each([
    ['number', '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID'],
    ['lines[1].quantity', `${line}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity`],
    [
      'lines[1].allowances[0].amount',
      `${line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge[2]/ram:ActualAmount`,
    ],
  ])('of %j in CII is %s', async (path, xpath) => {
    expect((await places(ciiInvoice()))(path)).toBe(xpath);
  });

  it('is told for what is missing: where it should stand', async () => {
    const locate = await places(ublInvoice());
    expect(locate('purchaseOrderReference')).toBe('/Invoice/cac:OrderReference/cbc:ID');
    expect(locate('lines[0].note')).toBe('/Invoice/cac:InvoiceLine[1]/cbc:Note');
    expect(locate('lines[7].id')).toBe('/Invoice/cac:InvoiceLine[8]/cbc:ID');
  });

  it('is unknown for what the model does not know', async () => {
    expect((await places(ublInvoice()))('nonsense')).toBeUndefined();
  });
});
