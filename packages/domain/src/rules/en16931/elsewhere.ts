import type {
  Delivery,
  Invoice,
  Payee,
  PaymentInstruction,
  Period,
  PrecedingInvoice,
  VatBreakdown,
} from '../../invoice/invoice.js';
import type { Stray } from '../evidence.js';
import type { Place } from '../place.js';
import { eachVatBreakdown } from '../places.js';
import type { Judged } from '../rule.js';
import { amountIn, bareIn, childIn, textIn, type WrittenFile } from '../written-file.js';

/**
 * What stands where the model has no place for it, read as what it would be in its place: rules of the artefacts find
 * elements at any depth, and the second of what may stand once.
 */
const elsewhere =
  <Item>(names: readonly string[], read: (stray: Stray) => Item) =>
  ({ file }: Judged): readonly Place<Item>[] =>
    file.hasStrays
      ? names.flatMap((name) =>
          file.strays(name).map(({ item, ...place }) => ({ ...place, item: read(item) })),
        )
      : none;

const none: readonly never[] = [];

/** Most files hold nothing elsewhere: then nothing is made. */
export const besides = <Item>(
  places: readonly Place<Item>[],
  others: readonly Place<Item>[],
): readonly Place<Item>[] => (others.length === 0 ? places : [...places, ...others]);

const field = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

export const paymentsElsewhere = elsewhere(
  ['cac:PaymentMeans'],
  (stray): PaymentInstruction => field('meansCode', textIn(stray, 'cbc:PaymentMeansCode')),
);

export const precedingInvoicesElsewhere = elsewhere(
  ['cac:BillingReference'],
  (stray): PrecedingInvoice => field('number', textIn(stray, 'cac:InvoiceDocumentReference', 'cbc:ID')),
);

/** References whose number BR-52 asks for. */
export const referencesElsewhere = elsewhere(
  ['cac:AdditionalDocumentReference', 'ram:AdditionalReferencedDocument'],
  (stray): string => textIn(stray, 'cbc:ID') ?? textIn(stray, 'ram:IssuerAssignedID') ?? '',
);

export const payeesElsewhere = elsewhere(
  ['cac:PayeeParty', 'ram:PayeeTradeParty'],
  (stray): Payee => ({
    ...field('name', textIn(stray, 'cac:PartyName', 'cbc:Name') ?? textIn(stray, 'ram:Name')),
    ...field('identifier', identifierIn(stray)),
    ...field('legalRegistration', registrationIn(stray)),
  }),
);

const identifierIn = (stray: Stray) =>
  asIdentifier(textIn(stray, 'cac:PartyIdentification', 'cbc:ID') ?? textIn(stray, 'ram:ID'));
const registrationIn = (stray: Stray) =>
  asIdentifier(textIn(stray, 'ram:SpecifiedLegalOrganization', 'ram:ID'));
const asIdentifier = (value: string | undefined) => (value === undefined ? undefined : { value });

const vatOf = (party: Stray): string | undefined => {
  const scheme = party.children.find((child) => child.element === 'cac:PartyTaxScheme' && isOfVat(child));
  if (scheme) return textIn(scheme, 'cbc:CompanyID');
  return party.children
    .filter(({ element }) => element === 'ram:SpecifiedTaxRegistration')
    .map((registration) => childIn(registration, 'ram:ID'))
    .find((id) => id?.attributes.schemeID === 'VA')?.text;
};

const isOfVat = (stray: Stray): boolean => bareIn(stray, 'cac:TaxScheme', 'cbc:ID')?.toUpperCase() === 'VAT';

export const taxRepresentativesElsewhere = elsewhere(
  ['cac:TaxRepresentativeParty', 'ram:SellerTaxRepresentativeTradeParty'],
  (stray) => ({
    ...field('name', textIn(stray, 'cac:PartyName', 'cbc:Name') ?? textIn(stray, 'ram:Name')),
    ...field('vatIdentifier', vatOf(stray)),
    ...field('address', addressIn(stray)),
  }),
);

const addressIn = (party: Stray) => {
  const address = childIn(party, 'cac:PostalAddress') ?? childIn(party, 'ram:PostalTradeAddress');
  return address && field('country', countryIn(address));
};

const countryIn = (address: Stray): string | undefined =>
  textIn(address, 'cac:Country', 'cbc:IdentificationCode') ?? textIn(address, 'ram:CountryID');

export const deliveriesElsewhere = elsewhere(['cac:Delivery'], (stray): Delivery => {
  const address = childIn(stray, 'cac:DeliveryLocation', 'cac:Address');
  return field('address', address && field('country', countryIn(address)));
});

/** VAT identifiers with their prefix: of any party, and of one party several. */
export const vatIdentifiersElsewhere = ({ file }: Judged): readonly Place<string>[] =>
  file.hasStrays ? [...numbersOfUbl(file), ...numbersOfCii(file)] : none;

const numbersOfUbl = (file: WrittenFile): Place<string>[] =>
  file
    .strays('cac:PartyTaxScheme')
    .flatMap(({ item, ...place }) =>
      isOfVat(item) ? [{ ...place, item: textIn(item, 'cbc:CompanyID') ?? '' }] : [],
    );

const numbersOfCii = (file: WrittenFile): Place<string>[] =>
  file
    .strays('ram:ID')
    .flatMap(({ item, ...place }) =>
      item.parent === 'ram:SpecifiedTaxRegistration' && item.attributes.schemeID === 'VA'
        ? [{ ...place, item: item.text }]
        : [],
    );

/** A period that is no line's. */
export const periodsElsewhere = ({ file }: Judged): Place<Period & { readonly code?: string }>[] =>
  file.strays('cac:InvoicePeriod').map(({ item, ...place }) => ({
    ...place,
    item: {
      ...field('start', textIn(item, 'cbc:StartDate')),
      ...field('end', textIn(item, 'cbc:EndDate')),
      ...field('code', textIn(item, 'cbc:DescriptionCode')),
    },
  }));

const breakdownsElsewhere = ({ file }: Judged): Place<VatBreakdown>[] =>
  file
    .strays('cac:TaxSubtotal')
    .filter(({ item }) => item.parent === 'cac:TaxTotal')
    .map(({ item, ...place }) => ({ ...place, item: breakdownOf(item) }));

const breakdownOf = (stray: Stray): VatBreakdown => {
  const category = stray.children.find((child) => child.element === 'cac:TaxCategory' && isOfVat(child));
  return {
    ...field('taxableAmount', amountIn(stray, 'cbc:TaxableAmount')),
    ...field('taxAmount', amountIn(stray, 'cbc:TaxAmount')),
    ...field('category', category && bareIn(category, 'cbc:ID')),
    ...field('rate', category && amountIn(category, 'cbc:Percent')),
  };
};

/** UBL looks at every TaxSubtotal, those of lines included. */
export const eachBreakdownAnywhere = (invoice: Invoice, judged: Judged): readonly Place<VatBreakdown>[] =>
  besides(eachVatBreakdown(invoice), breakdownsElsewhere(judged));

/** Every country code outside the model. */
export const countriesElsewhere = ({ file }: Judged): readonly string[] =>
  ['cbc:IdentificationCode', 'ram:CountryID'].flatMap((name) =>
    file.strays(name).map(({ item }) => item.text),
  );

/** Item attributes outside the model. */
export const attributesElsewhere = elsewhere(
  ['cac:AdditionalItemProperty', 'ram:ApplicableProductCharacteristic'],
  (stray) => ({
    ...field('name', textIn(stray, 'cbc:Name') ?? textIn(stray, 'ram:Description')),
    ...field('value', textIn(stray, 'cbc:Value') ?? textIn(stray, 'ram:Value')),
  }),
);
