import type { InvoiceLine, Item, Price } from '@parvis/domain/invoice/invoice';
import type { UblRoot } from './ubl-header.js';
import { writeIdentifier } from './ubl-parties.js';
import { writeUblAllowance, writeUblTaxCategory } from './ubl-totals.js';
import { writeQuantity } from './write-quantity.js';
import type { Losses } from './written-xml.js';
import type { Attributes, XmlText } from './xml-text.js';

/** What a line is written with. */
export interface UblLineContext {
  readonly root: UblRoot;
  readonly money: Attributes;
  readonly losses: Losses;
  /** The line's place in the model: `lines[2]`. */
  readonly path: string;
}

export const writeUblLine = (text: XmlText, line: InvoiceLine, context: UblLineContext): void => {
  const { root, money, losses, path } = context;
  text.group(
    `cac:${root}Line`,
    () => {
      const { quantity, unit } = line;
      text.leaf('cbc:ID', line.id);
      text.leaf('cbc:Note', line.note);
      writeQuantity(
        text,
        `cbc:${root === 'CreditNote' ? 'Credited' : 'Invoiced'}Quantity`,
        { quantity, unit, unitPath: `${path}.unit` },
        losses,
      );
      text.leaf('cbc:LineExtensionAmount', line.netAmount, money);
      text.leaf('cbc:AccountingCost', line.buyerAccountingReference);
      writeReferences(text, line);
      for (const allowance of line.allowances) writeUblAllowance(text, allowance, false, money);
      for (const charge of line.charges) writeUblAllowance(text, charge, true, money);
      writeItem(text, line);
      writePrice(text, line.price, context);
    },
    { keep: true },
  );
};

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

const writePrice = (text: XmlText, price: Price, { money, losses, path }: UblLineContext): void =>
  text.group('cac:Price', () => {
    const { net, baseQuantity: quantity, baseQuantityUnit: unit } = price;
    text.leaf('cbc:PriceAmount', net, money);
    writeQuantity(
      text,
      'cbc:BaseQuantity',
      { quantity, unit, unitPath: `${path}.price.baseQuantityUnit` },
      losses,
    );
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
