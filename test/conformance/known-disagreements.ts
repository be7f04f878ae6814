/** A kind of document on which we mean to differ from the official rule files, or cannot do otherwise. */
export interface KnownDisagreement {
  /** Matches `-BR-29` (official only) or `+BR-03` (ours only). */
  readonly rules: RegExp;
  /** Matches what was done to the document (`delete:Parent/Child:detail`), or its file name. */
  readonly where: RegExp;
  readonly reason: string;
}

/** Reviewed. An entry that no document needs any more fails the test, so that the list only shrinks. */
export const knownOnMutants: readonly KnownDisagreement[] = [
  {
    rules: /^-BR-DEC-/,
    where: /:spaces around/,
    reason: 'White space around a number is legal; the official test counts it as decimals.',
  },
  {
    rules: /^[-+]BR-(AG-01|AG-08|O-08|S-01|S-02|S-08)$/,
    where: /(TaxScheme|TypeCode|TaxScheme\/ID):/,
    reason:
      'A category outside the VAT scheme is no VAT category to us; some official sums look at the letter alone.',
  },
  {
    rules: /^-BR-(29|30)$/,
    where: /DateTimeString:/,
    reason:
      'A date that cannot be read, or is missing inside its element, is told as such, not as a period upside down.',
  },
  {
    rules: /^\+BR-03$/,
    where: /(IssueDate|IssueDateTime\/DateTimeString):ZZZ9/,
    reason: 'A date that cannot be read is left out: PV-READ-DATE tells why, BR-03 that it is missing.',
  },
  {
    rules: /^\+BR-(53|DEC-15|CO-15|CO-26)$/,
    where:
      /delete:.*(MonetarySummation|HeaderTradeSettlement|HeaderTradeAgreement|SellerTradeParty|InvoiceCurrencyCode|AccountingSupplierParty):/,
    reason: 'The official rules hang on an element that is gone; ours still say what is missing.',
  },
  {
    rules: /^[-+]BR-CO-1[45]$/,
    where: /duplicate:|delete:.*TaxTotal\/TaxAmount:/,
    reason: 'A VAT total given twice or not at all: PV-READ-REPEATED or BR-CO-15 tells it.',
  },
  {
    rules: /^-BR-(32|47|48|AG-01|S-08|CO-09|CO-15)$/,
    where: /pad:|whitespace:/,
    reason: 'Codes and identifiers are taken without the white space around them.',
  },
  {
    rules: /^-BR-(49|52|55|CO-03)$/,
    where: /insert:/,
    reason: 'An element where the schema has no place for it is not read.',
  },
  {
    rules: /^-BR-52$/,
    where: /Additional(Document|Referenced)(Reference|Document)\/(ID|IssuerAssignedID):/,
    reason: 'A tender reference or project without its number leaves nothing to keep in the model.',
  },
  {
    rules: /^-BR-63$/,
    where: /delete:.*URIUniversalCommunication\/URIID:/,
    reason: 'An electronic address without the address: there is no address whose scheme could be missing.',
  },
  {
    rules: /^-BR-(O-09|CO-14)$/,
    where: /:negate/,
    reason: 'Minus zero is zero to us.',
  },
  {
    rules: /^-BR-O-12$/,
    where: /delete:.*ClassifiedTaxCategory\/ID:/,
    reason: 'A line without a category: BR-CO-04 tells it.',
  },
  {
    rules: /^\+BR-B-01$/,
    where: /whitespace:.*OriginTradeCountry\/ID:/,
    reason: 'A blank country is not Italy.',
  },
];

/** Documents whose verdict the official files do not give, and on which we have nothing to report either. */
export const knownSilent: readonly { readonly where: RegExp; readonly reason: string }[] = [
  {
    where: /Price\/AllowanceCharge\/ChargeIndicator|AppliedTradeAllowanceCharge\/ChargeIndicator/,
    reason: 'A price discount is shown, never computed with: an unreadable indicator changes no amount.',
  },
  {
    where: /duplicate:.*(IssuerAssignedID|AdditionalDocumentReference.*\/ID|Indicator)/,
    reason: 'A reference given twice is a warning, as richer profiles repeat it; the first is kept.',
  },
];

export const knownOnPublished: readonly KnownDisagreement[] = [
  {
    rules: /^[-+]BR-CO-1[45]$/,
    where: /^(ubl|cii)\/|^rules\/complete\//,
    reason: 'Two VAT totals in one currency: PV-READ-REPEATED tells it before the arithmetic can.',
  },
  {
    rules: /^\+BR-03$/,
    where: /fr-fixtures__facture_invalide_ubl_001|\/BR-03-01/,
    reason: 'A date that cannot be read is left out: PV-READ-DATE tells why, BR-03 that it is missing.',
  },
  {
    rules: /^-BR-(12|13|14|15|CO-10|CO-13|CO-16)$/,
    where: /^rules\/.*\/BR-1[2-5]-0/,
    reason:
      'A totals element with nothing inside: the model cannot tell it from none, where BR-CO-15 speaks.',
  },
  {
    rules: /^[-+]BR-(16|21|22|23|24|25|26|27|CO-04)$/,
    where: /^rules\/.*ubl-creditnote\/BR-CL-18/,
    reason: 'Invoice lines inside a credit note are lines of nothing.',
  },
  {
    rules: /^[-+]BR-(CO-14|CO-26|CO-15|S-01|S-02)$/,
    where: /^rules\/raw\//,
    reason:
      'Fragments without a seller or without a VAT total: we say what is missing, the official rules hang on what is there.',
  },
  {
    rules: /^-BR-CO-09$/,
    where: /UBL-SR-12/,
    reason: 'The second of two VAT numbers is told as repeated, not judged.',
  },
];
