import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { Identifier, Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { writeUbl } from '@parvis/formats/write/write-ubl';
import { XmlText } from '@parvis/formats/write/xml-text';
import { recipientAddress, supplierAddress } from './participant.js';

/** Peppol BIS Billing 3. */
export const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
export const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

const HEADER = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';
const PARTICIPANTS = 'iso6523-actorid-upis';

/** The invoice as BIS Billing 3 names its format, its process and its parties; amounts as the supplier wrote them. */
export const peppolInvoice = (envelope: InvoiceEnvelope): Invoice => {
  const { invoice, supplier, recipient, serviceCode, engagementNumber } = envelope;
  const [first, ...others] = invoice.notes;
  return {
    ...invoice,
    specification: CUSTOMIZATION,
    businessProcess: PROCESS,
    // One note at most: the others follow in it.
    notes: first ? [{ text: [first, ...others].map(({ text }) => text).join('\n') }] : [],
    seller: {
      ...invoice.seller,
      name: invoice.seller.name ?? supplier.name,
      electronicAddress: supplierAddress(envelope),
    },
    buyer: {
      ...invoice.buyer,
      name: invoice.buyer.name ?? recipient.name,
      electronicAddress: recipientAddress(envelope),
    },
    ...optional('buyerReference', invoice.buyerReference ?? serviceCode),
    ...optional('purchaseOrderReference', invoice.purchaseOrderReference ?? engagementNumber),
  };
};

const optional = (
  name: 'buyerReference' | 'purchaseOrderReference',
  value: string | undefined,
): Partial<Invoice> => (value === undefined ? {} : { [name]: value });

/** The document inside its Standard Business Document, whose header says from whom, to whom and what it is. */
export const routedDocument = (envelope: InvoiceEnvelope, key: DeliveryKey, writtenAt: Date): string => {
  const document = writeUbl(peppolInvoice(envelope)).xml.replace(/^<\?xml[^>]*\?>\n/, '');
  const header = headerOf(envelope, key, writtenAt);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<StandardBusinessDocument xmlns="${HEADER}">\n${header}${document}</StandardBusinessDocument>\n`;
};

const headerOf = (envelope: InvoiceEnvelope, key: DeliveryKey, writtenAt: Date): string => {
  const root = isCreditNote(envelope.invoice.typeCode) ? 'CreditNote' : 'Invoice';
  const namespace = `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
  const text = new XmlText();
  text.group('StandardBusinessDocumentHeader', () => {
    text.leaf('HeaderVersion', '1.0');
    writeParty(text, 'Sender', supplierAddress(envelope));
    writeParty(text, 'Receiver', recipientAddress(envelope));
    text.group('DocumentIdentification', () => {
      text.leaf('Standard', namespace);
      text.leaf('TypeVersion', '2.1');
      text.leaf('InstanceIdentifier', key);
      text.leaf('Type', root);
      text.leaf('CreationDateAndTime', writtenAt.toISOString().replace(/\.\d+Z$/, 'Z'));
    });
    text.group('BusinessScope', () => {
      writeScope(text, 'DOCUMENTID', `${namespace}::${root}##${CUSTOMIZATION}::2.1`, 'busdox-docid-qns');
      writeScope(text, 'PROCESSID', PROCESS, 'cenbii-procid-ubl');
      writeScope(text, 'COUNTRY_C1', envelope.invoice.seller.address?.country ?? 'FR');
    });
  });
  return text.toString().replace(/^<\?xml[^>]*\?>\n/, '');
};

const writeParty = (text: XmlText, name: string, { scheme, value }: Identifier): void =>
  text.group(name, () => text.leaf('Identifier', `${scheme}:${value}`, { Authority: PARTICIPANTS }));

const writeScope = (text: XmlText, type: string, instance: string, identifier?: string): void =>
  text.group('Scope', () => {
    text.leaf('Type', type);
    text.leaf('InstanceIdentifier', instance);
    text.leaf('Identifier', identifier);
  });
