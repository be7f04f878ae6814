import type {
  Contact,
  Delivery,
  Identifier,
  Invoice,
  Payee,
  PostalAddress,
  Seller,
  TaxRepresentative,
} from '@parvis/domain/invoice/invoice';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

/** Seller, buyer, payee, tax representative, and where the goods went. */
export const writeUblParties = (text: XmlText, invoice: Invoice, losses: Losses): void => {
  const creditor = creditorOf(invoice, losses);
  text.group('cac:AccountingSupplierParty', () => writeParty(text, invoice.seller, creditor), { keep: true });
  text.group('cac:AccountingCustomerParty', () => writeParty(text, invoice.buyer, undefined), { keep: true });
  if (invoice.payee) writePayee(text, invoice.payee);
  if (invoice.taxRepresentative) writeRepresentative(text, invoice.taxRepresentative);
  if (invoice.delivery) writeDelivery(text, invoice.delivery);
};

/** BT-90 is an identifier of the seller in UBL, and there is one in a document (UBL-SR-29). */
const creditorOf = ({ payments }: Invoice, losses: Losses): string | undefined => {
  const found = payments.map(
    ({ directDebit }, index) =>
      [`payments[${index}].directDebit.creditorIdentifier`, directDebit?.creditorIdentifier] as const,
  );
  losses.addDiffering(found);
  return found.find(([, value]) => value !== undefined)?.[1];
};

const writeParty = (text: XmlText, party: Seller, creditor: string | undefined): void =>
  text.group(
    'cac:Party',
    () => {
      writeIdentifier(text, 'cbc:EndpointID', party.electronicAddress);
      for (const identifier of party.identifiers) writeIdentification(text, identifier);
      if (creditor !== undefined) writeIdentification(text, { value: creditor, scheme: 'SEPA' });
      writePartyName(text, party.tradingName);
      writeAddress(text, 'cac:PostalAddress', party.address);
      writeTaxScheme(text, party.vatIdentifier, 'VAT');
      writeTaxScheme(text, party.taxRegistration, 'TAX');
      text.group('cac:PartyLegalEntity', () => {
        text.leaf('cbc:RegistrationName', party.name);
        writeIdentifier(text, 'cbc:CompanyID', party.legalRegistration);
        text.leaf('cbc:CompanyLegalForm', party.additionalLegalInformation);
      });
      writeContact(text, party.contact);
    },
    { keep: true },
  );

const writePayee = (text: XmlText, { identifier, name, legalRegistration }: Payee): void =>
  text.group(
    'cac:PayeeParty',
    () => {
      if (identifier) writeIdentification(text, identifier);
      writePartyName(text, name);
      text.group('cac:PartyLegalEntity', () => writeIdentifier(text, 'cbc:CompanyID', legalRegistration));
    },
    { keep: true },
  );

const writeRepresentative = (text: XmlText, { name, address, vatIdentifier }: TaxRepresentative): void =>
  text.group(
    'cac:TaxRepresentativeParty',
    () => {
      writePartyName(text, name);
      writeAddress(text, 'cac:PostalAddress', address);
      writeTaxScheme(text, vatIdentifier, 'VAT');
    },
    { keep: true },
  );

const writeDelivery = (text: XmlText, { date, location, address, partyName }: Delivery): void =>
  text.group(
    'cac:Delivery',
    () => {
      text.leaf('cbc:ActualDeliveryDate', date);
      text.group('cac:DeliveryLocation', () => {
        writeIdentifier(text, 'cbc:ID', location);
        writeAddress(text, 'cac:Address', address);
      });
      text.group('cac:DeliveryParty', () => writePartyName(text, partyName));
    },
    { keep: true },
  );

export const writeIdentifier = (text: XmlText, name: string, identifier: Identifier | undefined): void =>
  text.leaf(name, identifier?.value, { schemeID: identifier?.scheme });

const writeIdentification = (text: XmlText, identifier: Identifier): void =>
  text.group('cac:PartyIdentification', () => writeIdentifier(text, 'cbc:ID', identifier));

const writePartyName = (text: XmlText, name: string | undefined): void =>
  text.group('cac:PartyName', () => text.leaf('cbc:Name', name));

const writeTaxScheme = (text: XmlText, identifier: string | undefined, scheme: 'VAT' | 'TAX'): void => {
  if (identifier === undefined) return;
  text.group('cac:PartyTaxScheme', () => {
    text.leaf('cbc:CompanyID', identifier);
    text.group('cac:TaxScheme', () => text.leaf('cbc:ID', scheme));
  });
};

const writeAddress = (text: XmlText, name: string, address: PostalAddress | undefined): void => {
  if (!address) return;
  text.group(
    name,
    () => {
      text.leaf('cbc:StreetName', address.line1);
      text.leaf('cbc:AdditionalStreetName', address.line2);
      text.leaf('cbc:CityName', address.city);
      text.leaf('cbc:PostalZone', address.postCode);
      text.leaf('cbc:CountrySubentity', address.subdivision);
      text.group('cac:AddressLine', () => text.leaf('cbc:Line', address.line3));
      text.group('cac:Country', () => text.leaf('cbc:IdentificationCode', address.country));
    },
    { keep: true },
  );
};

const writeContact = (text: XmlText, contact: Contact | undefined): void => {
  if (!contact) return;
  text.group(
    'cac:Contact',
    () => {
      text.leaf('cbc:Name', contact.point);
      text.leaf('cbc:Telephone', contact.telephone);
      text.leaf('cbc:ElectronicMail', contact.email);
    },
    { keep: true },
  );
};
