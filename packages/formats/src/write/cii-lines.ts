import type { InvoiceLine, Item, Price } from '@parvis/domain/invoice/invoice';
import { writeCiiAccount, writeCiiAllowance } from './cii-settlement.js';
import { writeCiiPeriod, writeCiiReference } from './cii-values.js';
import { writeQuantity } from './write-quantity.js';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

/** `path` is the line's place in the model: `lines[2]`. */
export const writeCiiLine = (text: XmlText, line: InvoiceLine, path: string, losses: Losses): void =>
  text.group(
    'ram:IncludedSupplyChainTradeLineItem',
    () => {
      text.group('ram:AssociatedDocumentLineDocument', () => {
        text.leaf('ram:LineID', line.id);
        text.group('ram:IncludedNote', () => text.leaf('ram:Content', line.note));
      });
      writeProduct(text, line.item);
      writePrices(text, line, path, losses);
      text.group('ram:SpecifiedLineTradeDelivery', () => {
        const { quantity, unit } = line;
        writeQuantity(text, 'ram:BilledQuantity', { quantity, unit, unitPath: `${path}.unit` }, losses);
      });
      writeLineSettlement(text, line);
    },
    { keep: true },
  );

const writeProduct = (text: XmlText, item: Item): void =>
  text.group('ram:SpecifiedTradeProduct', () => {
    const { standardIdentifier, classifications, attributes, originCountry } = item;
    text.leaf('ram:GlobalID', standardIdentifier?.value, { schemeID: standardIdentifier?.scheme });
    text.leaf('ram:SellerAssignedID', item.sellerIdentifier);
    text.leaf('ram:BuyerAssignedID', item.buyerIdentifier);
    text.leaf('ram:Name', item.name);
    text.leaf('ram:Description', item.description);
    for (const { name, value } of attributes)
      text.group(
        'ram:ApplicableProductCharacteristic',
        () => {
          text.leaf('ram:Description', name);
          text.leaf('ram:Value', value);
        },
        { keep: true },
      );
    for (const { code, list, listVersion } of classifications)
      text.group('ram:DesignatedProductClassification', () =>
        text.leaf('ram:ClassCode', code, { listID: list, listVersionID: listVersion }),
      );
    text.group('ram:OriginTradeCountry', () => text.leaf('ram:ID', originCountry));
  });

const writePrices = (
  text: XmlText,
  { orderLineReference, price }: InvoiceLine,
  path: string,
  losses: Losses,
): void =>
  text.group('ram:SpecifiedLineTradeAgreement', () => {
    const { baseQuantity: quantity, baseQuantityUnit: unit } = price;
    text.group('ram:BuyerOrderReferencedDocument', () => text.leaf('ram:LineID', orderLineReference));
    writeGrossPrice(text, price);
    text.group('ram:NetPriceProductTradePrice', () => {
      text.leaf('ram:ChargeAmount', price.net);
      writeQuantity(
        text,
        'ram:BasisQuantity',
        { quantity, unit, unitPath: `${path}.price.baseQuantityUnit` },
        losses,
      );
    });
  });

/** The schema wants the gross price around the discount; by definition it is net plus discount. */
const writeGrossPrice = (text: XmlText, price: Price): void => {
  const { net, gross, discount, baseQuantity, baseQuantityUnit } = price;
  if (gross === undefined && discount === undefined) return;
  text.group('ram:GrossPriceProductTradePrice', () => {
    text.leaf('ram:ChargeAmount', gross ?? (net && discount?.plus(net)));
    text.leaf('ram:BasisQuantity', baseQuantity, { unitCode: baseQuantityUnit });
    if (discount === undefined) return;
    text.group('ram:AppliedTradeAllowanceCharge', () => {
      text.group('ram:ChargeIndicator', () => text.leaf('udt:Indicator', 'false'));
      text.leaf('ram:ActualAmount', discount);
    });
  });
};

const writeLineSettlement = (text: XmlText, line: InvoiceLine): void =>
  text.group('ram:SpecifiedLineTradeSettlement', () => {
    const { vatCategory, vatRate, object } = line;
    if (vatCategory !== undefined || vatRate)
      text.group('ram:ApplicableTradeTax', () => {
        text.leaf('ram:TypeCode', 'VAT');
        text.leaf('ram:CategoryCode', vatCategory);
        text.leaf('ram:RateApplicablePercent', vatRate);
      });
    writeCiiPeriod(text, line.period);
    for (const allowance of line.allowances) writeCiiAllowance(text, allowance, false);
    for (const charge of line.charges) writeCiiAllowance(text, charge, true);
    text.group('ram:SpecifiedTradeSettlementLineMonetarySummation', () =>
      text.leaf('ram:LineTotalAmount', line.netAmount),
    );
    writeCiiReference(text, 'ram:AdditionalReferencedDocument', object?.value, {
      type: '130',
      scheme: object?.scheme,
    });
    writeCiiAccount(text, line.buyerAccountingReference);
  });
