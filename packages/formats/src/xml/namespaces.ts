/** The customary prefixes of each syntax, as our tables and the places we show use them; a sender's own are free. */
const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';
const uncefact = 'urn:un:unece:uncefact:data:standard:';

export const namespaces: Readonly<Record<string, string>> = {
  cac: `${ubl}CommonAggregateComponents-2`,
  cbc: `${ubl}CommonBasicComponents-2`,
  ext: `${ubl}CommonExtensionComponents-2`,
  rsm: `${uncefact}CrossIndustryInvoice:100`,
  ram: `${uncefact}ReusableAggregateBusinessInformationEntity:100`,
  udt: `${uncefact}UnqualifiedDataType:100`,
  qdt: `${uncefact}QualifiedDataType:100`,
};

export const ublInvoiceNamespace = `${ubl}Invoice-2`;
export const ublCreditNoteNamespace = `${ubl}CreditNote-2`;
export const ciiNamespace = `${uncefact}CrossIndustryInvoice:100`;

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]),
);

/** The customary prefix of a namespace, if it is one of ours. */
export const prefixOf = (uri: string): string | undefined => prefixes.get(uri);
