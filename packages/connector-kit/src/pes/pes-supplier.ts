import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import type { PostalAddress } from '@parvis/domain/invoice/invoice';
import { Refused } from '../failures.js';
import { latin, latinText } from './latin-text.js';

/** The creditor as Hélios takes one: a company (50/03), as a real producer writes it. */
export interface PesSupplier {
  readonly siret?: string | undefined;
  /** The identifier of another register, where there is no SIRET. */
  readonly reference?: string | undefined;
  readonly name: string;
  readonly moreName?: string | undefined;
  readonly address?: PesAddress | undefined;
}

export interface PesAddress {
  readonly before?: string | undefined;
  readonly street: string;
  readonly after?: string | undefined;
  readonly postCode: string;
  readonly city?: string | undefined;
  /** INSEE's code of the country; undefined in France. */
  readonly country?: string | undefined;
}

export const supplierOf = ({ supplier, invoice }: InvoiceEnvelope): PesSupplier => {
  if (supplier.otherIdentifier?.type === 'PARTICULIER') throw isAPerson();
  const name = latin(supplier.name);
  return {
    siret: supplier.siret,
    reference: latinText(supplier.otherIdentifier?.value, 30),
    name:
      latinText(name, 38) ??
      latinText(supplier.siret ?? supplier.otherIdentifier?.value, 38) ??
      'FOURNISSEUR',
    moreName: latinText(name.slice(38), 38),
    address: addressOf(invoice.seller.address),
  };
};

/** An address that is not complete is left out: Hélios refuses half of one. */
const addressOf = (address: PostalAddress | undefined): PesAddress | undefined => {
  const street = latinText(address?.line1 ?? address?.line2, 38);
  const postCode = latinText(address?.postCode, 40);
  const isFrench = (address?.country ?? 'FR') === 'FR';
  const country = isFrench ? undefined : inseeCountries[address?.country ?? ''];
  if (!street || postCode?.length !== 5 || (!isFrench && !country)) return undefined;
  return {
    before: address?.line1 ? latinText(address.line2, 38) : undefined,
    street,
    after: latinText(address?.line3, 38),
    postCode,
    city: latinText(address?.city, 38),
    country,
  };
};

/** INSEE, code officiel géographique: countries from which invoices come. */
const inseeCountries: Readonly<Record<string, string>> = {
  AT: '99110',
  BE: '99131',
  BG: '99111',
  CA: '99401',
  CH: '99140',
  DE: '99109',
  DK: '99101',
  ES: '99134',
  FI: '99105',
  GB: '99132',
  GR: '99126',
  HU: '99112',
  IE: '99136',
  IT: '99127',
  LU: '99137',
  MA: '99350',
  MC: '99138',
  NL: '99135',
  NO: '99103',
  PL: '99122',
  PT: '99139',
  RO: '99114',
  SE: '99104',
  TN: '99351',
  US: '99404',
};

const isAPerson = (): Refused =>
  new Refused(
    'validation-refused',
    say(
      'Ce fournisseur est un particulier : Hélios demande sa civilité et son prénom, que la facture ne donne pas. Mandatez-la dans votre logiciel.',
      'This supplier is a private person: Hélios asks for their title and first name, which the invoice does not give. Order this payment in your own software.',
    ),
  );
