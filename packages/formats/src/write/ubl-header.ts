import type { Invoice, Note, SupportingDocument } from '@parvis/domain/invoice/invoice';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

export type UblRoot = 'Invoice' | 'CreditNote';

/** What stands before the parties: numbers, dates, codes, references. */
export const writeUblHeader = (text: XmlText, invoice: Invoice, root: UblRoot, losses: Losses): void => {
  const credit = root === 'CreditNote';
  text.leaf('cbc:CustomizationID', invoice.specification);
  text.leaf('cbc:ProfileID', invoice.businessProcess);
  text.leaf('cbc:ID', invoice.number);
  text.leaf('cbc:IssueDate', invoice.issueDate);
  if (!credit) text.leaf('cbc:DueDate', invoice.dueDate);
  if (credit) text.leaf('cbc:TaxPointDate', invoice.vatPointDate);
  text.leaf(`cbc:${root}TypeCode`, invoice.typeCode);
  for (const [index, note] of invoice.notes.entries()) text.leaf('cbc:Note', noteText(note, index, losses));
  if (!credit) text.leaf('cbc:TaxPointDate', invoice.vatPointDate);
  text.leaf('cbc:DocumentCurrencyCode', invoice.currency);
  text.leaf('cbc:TaxCurrencyCode', invoice.vatCurrency);
  text.leaf('cbc:AccountingCost', invoice.buyerAccountingReference);
  text.leaf('cbc:BuyerReference', invoice.buyerReference);
  writePeriod(text, invoice);
  writeOrder(text, invoice);
  writePrecedingInvoices(text, invoice);
  reference(text, 'cac:DespatchDocumentReference', invoice.despatchAdviceReference);
  reference(text, 'cac:ReceiptDocumentReference', invoice.receivingAdviceReference);
  if (!credit) reference(text, 'cac:OriginatorDocumentReference', invoice.tenderReference);
  reference(text, 'cac:ContractDocumentReference', invoice.contractReference);
  writeInvoicedObject(text, invoice);
  for (const document of invoice.supportingDocuments) writeSupportingDocument(text, document);
  if (credit) {
    reference(text, 'cac:AdditionalDocumentReference', invoice.projectReference, '50');
    reference(text, 'cac:OriginatorDocumentReference', invoice.tenderReference);
  } else reference(text, 'cac:ProjectReference', invoice.projectReference);
};

/** UBL has no element for the subject code (BT-21): it stands in front of the text, three characters between `#`. */
const noteText = ({ subjectCode, text }: Note, index: number, losses: Losses): string => {
  if (subjectCode === undefined) return text;
  if (/^[^#]{3}$/.test(subjectCode)) return `#${subjectCode}#${text}`;
  losses.add(`notes[${index}].subjectCode`, subjectCode);
  return text;
};

const writePeriod = (text: XmlText, { period, vatPointDateCode }: Invoice): void =>
  text.group(
    'cac:InvoicePeriod',
    () => {
      text.leaf('cbc:StartDate', period?.start);
      text.leaf('cbc:EndDate', period?.end);
      text.leaf('cbc:DescriptionCode', vatPointDateCode);
    },
    { keep: period !== undefined },
  );

/** The schema demands a number of the buyer's order; `NA` is the customary filler beside a seller's order alone. */
const writeOrder = (text: XmlText, { purchaseOrderReference, salesOrderReference }: Invoice): void =>
  text.group('cac:OrderReference', () => {
    text.leaf(
      'cbc:ID',
      purchaseOrderReference ?? (salesOrderReference === undefined ? undefined : noPurchaseOrder),
    );
    text.leaf('cbc:SalesOrderID', salesOrderReference);
  });

const noPurchaseOrder = 'NA';

const writePrecedingInvoices = (text: XmlText, { precedingInvoices }: Invoice): void => {
  for (const { number, issueDate } of precedingInvoices)
    text.group(
      'cac:BillingReference',
      () =>
        text.group('cac:InvoiceDocumentReference', () => {
          text.leaf('cbc:ID', number);
          text.leaf('cbc:IssueDate', issueDate);
        }),
      { keep: true },
    );
};

const reference = (text: XmlText, name: string, number: string | undefined, type?: string): void => {
  if (number === undefined) return;
  text.group(name, () => {
    text.leaf('cbc:ID', number);
    text.leaf('cbc:DocumentTypeCode', type);
  });
};

const writeInvoicedObject = (text: XmlText, { invoicedObject }: Invoice): void => {
  if (!invoicedObject) return;
  text.group('cac:AdditionalDocumentReference', () => {
    text.leaf('cbc:ID', invoicedObject.value, { schemeID: invoicedObject.scheme });
    text.leaf('cbc:DocumentTypeCode', '130');
  });
};

const writeSupportingDocument = (text: XmlText, document: SupportingDocument): void => {
  const { reference: number, description, attachment, externalLocation } = document;
  text.group(
    'cac:AdditionalDocumentReference',
    () => {
      text.leaf('cbc:ID', number);
      text.leaf('cbc:DocumentDescription', description);
      text.group('cac:Attachment', () => {
        text.leaf('cbc:EmbeddedDocumentBinaryObject', attachment?.contentBase64, {
          mimeCode: attachment?.mediaType,
          filename: attachment?.fileName,
        });
        text.group('cac:ExternalReference', () => text.leaf('cbc:URI', externalLocation));
      });
    },
    { keep: true },
  );
};
