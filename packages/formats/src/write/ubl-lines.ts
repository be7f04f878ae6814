import type { InvoiceLine, Item, Price } from '@parvis/domain/invoice/invoice';
import type { UblRoot } from './ubl-header.js';
import { writeIdentifier } from './ubl-parties.js';
import { writeUblAllowance, writeUblTaxCategory } from './ubl-totals.js';
import type { Attributes, XmlText } from './xml-text.js';

export const writeUblLine = (text: XmlText, line: InvoiceLine, root: UblRoot, money: Attributes): void =>
  text.group(
    `cac:${root}Line`,
    () => {
      text.leaf('cbc:ID', line.id);
      text.leaf('cbc:Note', line.note);
      writeQuantity(
        text,
        `cbc:${root === 'CreditNote' ? 'Credited' : 'Invoiced'}Quantity`,
        line.quantity,
        line.unit,
      );
      text.leaf('cbc:LineExtensionAmount', line.netAmount, money);
      text.leaf('cbc:AccountingCost', line.buyerAccountingReference);
      writeReferences(text, line);
      for (const allowance of line.allowances) writeUblAllowance(text, allowance, false, money);
      for (const charge of line.charges) writeUblAllowance(text, charge, true, money);
      writeItem(text, line);
      writePrice(text, line.price, money);
    },
    { keep: true },
  );

/** A unit without its quantity still has its element: what is missing is then told as missing. */
const writeQuantity = (
  text: XmlText,
  name: string,
  quantity: InvoiceLine['quantity'],
  unit: string | undefined,
): void => text.leaf(name, quantity ?? (unit === undefined ? undefined : ''), { unitCode: unit });

const writeReferences = (text: XmlText, { period, orderLineReference, object }: InvoiceLine): void => {
  if (period)
    text.group(
      'cac:InvoicePeriod',
      () => {
        text.leaf('cbc:StartDate', period.start);
        text.leaf('cbc:EndDate', period.end);
      },
      { keep: true },
    );
  text.group('cac:OrderLineReference', () => text.leaf('cbc:LineID', orderLineReference));
  if (!object) return;
  text.group('cac:DocumentReference', () => {
    writeIdentifier(text, 'cbc:ID', object);
    text.leaf('cbc:DocumentTypeCode', '130');
  });
};

const writeItem = (text: XmlText, { item, vatCategory, vatRate }: InvoiceLine): void =>
  text.group('cac:Item', () => {
    text.leaf('cbc:Description', item.description);
    text.leaf('cbc:Name', item.name);
    text.group('cac:BuyersItemIdentification', () => text.leaf('cbc:ID', item.buyerIdentifier));
    text.group('cac:SellersItemIdentification', () => text.leaf('cbc:ID', item.sellerIdentifier));
    text.group('cac:StandardItemIdentification', () =>
      writeIdentifier(text, 'cbc:ID', item.standardIdentifier),
    );
    text.group('cac:OriginCountry', () => text.leaf('cbc:IdentificationCode', item.originCountry));
    writeClassifications(text, item);
    writeUblTaxCategory(text, 'cac:ClassifiedTaxCategory', { category: vatCategory, rate: vatRate });
    for (const { name, value } of item.attributes)
      text.group(
        'cac:AdditionalItemProperty',
        () => {
          text.leaf('cbc:Name', name);
          text.leaf('cbc:Value', value);
        },
        { keep: true },
      );
  });

const writeClassifications = (text: XmlText, { classifications }: Item): void => {
  for (const { code, list, listVersion } of classifications)
    text.group('cac:CommodityClassification', () =>
      text.leaf('cbc:ItemClassificationCode', code, { listID: list, listVersionID: listVersion }),
    );
};

const writePrice = (text: XmlText, price: Price, money: Attributes): void =>
  text.group('cac:Price', () => {
    text.leaf('cbc:PriceAmount', price.net, money);
    writeQuantity(text, 'cbc:BaseQuantity', price.baseQuantity, price.baseQuantityUnit);
    writeDiscount(text, price, money);
  });

/** The schema wants the discount beside the gross price; by definition it is gross less net. */
const writeDiscount = (text: XmlText, { net, gross, discount }: Price, money: Attributes): void => {
  if (gross === undefined && discount === undefined) return;
  text.group('cac:AllowanceCharge', () => {
    text.leaf('cbc:ChargeIndicator', 'false');
    text.leaf('cbc:Amount', discount ?? (net && gross?.minus(net)), money);
    text.leaf('cbc:BaseAmount', gross, money);
  });
};
