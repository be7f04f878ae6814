import type { Contact, Identifier, Invoice, PostalAddress, Seller } from '@parvis/domain/invoice/invoice';
import { writeCiiDay, writeCiiReference } from './cii-values.js';
import type { XmlText } from './xml-text.js';

/** Any party; the fields a role does not have stay away. */
export const writeCiiParty = (text: XmlText, name: string, party: Partial<Seller>): void =>
  text.group(
    name,
    () => {
      writeCiiIdentifiers(text, party.identifiers ?? []);
      text.leaf('ram:Name', party.name);
      text.leaf('ram:Description', party.additionalLegalInformation);
      text.group('ram:SpecifiedLegalOrganization', () => {
        text.leaf('ram:ID', party.legalRegistration?.value, { schemeID: party.legalRegistration?.scheme });
        text.leaf('ram:TradingBusinessName', party.tradingName);
      });
      writeContact(text, party.contact);
      writeAddress(text, party.address);
      text.group('ram:URIUniversalCommunication', () =>
        text.leaf('ram:URIID', party.electronicAddress?.value, { schemeID: party.electronicAddress?.scheme }),
      );
      writeTaxRegistration(text, party.vatIdentifier, 'VA');
      writeTaxRegistration(text, party.taxRegistration, 'FC');
    },
    { keep: true },
  );

/** With a scheme an identifier is global; those without stand first. */
const writeCiiIdentifiers = (text: XmlText, identifiers: readonly Identifier[]): void => {
  for (const { value, scheme } of identifiers) if (scheme === undefined) text.leaf('ram:ID', value);
  for (const { value, scheme } of identifiers)
    if (scheme !== undefined) text.leaf('ram:GlobalID', value, { schemeID: scheme });
};

const writeTaxRegistration = (text: XmlText, identifier: string | undefined, scheme: 'VA' | 'FC'): void =>
  text.group('ram:SpecifiedTaxRegistration', () => text.leaf('ram:ID', identifier, { schemeID: scheme }));

const writeContact = (text: XmlText, contact: Contact | undefined): void => {
  if (!contact) return;
  text.group(
    'ram:DefinedTradeContact',
    () => {
      text.leaf('ram:PersonName', contact.point);
      text.group('ram:TelephoneUniversalCommunication', () =>
        text.leaf('ram:CompleteNumber', contact.telephone),
      );
      text.group('ram:EmailURIUniversalCommunication', () => text.leaf('ram:URIID', contact.email));
    },
    { keep: true },
  );
};

const writeAddress = (text: XmlText, address: PostalAddress | undefined): void => {
  if (!address) return;
  text.group(
    'ram:PostalTradeAddress',
    () => {
      text.leaf('ram:PostcodeCode', address.postCode);
      text.leaf('ram:LineOne', address.line1);
      text.leaf('ram:LineTwo', address.line2);
      text.leaf('ram:LineThree', address.line3);
      text.leaf('ram:CityName', address.city);
      text.leaf('ram:CountryID', address.country);
      text.leaf('ram:CountrySubDivisionName', address.subdivision);
    },
    { keep: true },
  );
};

/** The header's delivery, which the schema wants even where nothing is known of it. */
export const writeCiiDelivery = (text: XmlText, invoice: Invoice): void => {
  const { delivery, despatchAdviceReference, receivingAdviceReference } = invoice;
  text.group(
    'ram:ApplicableHeaderTradeDelivery',
    () => {
      const { partyName, location, address } = delivery ?? {};
      if (partyName !== undefined || location || address)
        writeCiiParty(text, 'ram:ShipToTradeParty', {
          identifiers: location ? [location] : [],
          ...(partyName === undefined ? {} : { name: partyName }),
          ...(address ? { address } : {}),
        });
      text.group('ram:ActualDeliverySupplyChainEvent', () =>
        writeCiiDay(text, 'ram:OccurrenceDateTime', delivery?.date),
      );
      writeCiiReference(text, 'ram:DespatchAdviceReferencedDocument', despatchAdviceReference);
      writeCiiReference(text, 'ram:ReceivingAdviceReferencedDocument', receivingAdviceReference);
    },
    { keep: true },
  );
};
