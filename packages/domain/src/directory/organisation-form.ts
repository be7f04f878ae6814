import { parseEmail } from '../access/email-address.js';
import { isCountry } from './identifiers/country.js';
import { frenchVatOf } from './identifiers/french-vat.js';
import { parseVatIdentifier, type VatIdentifierProblem } from './identifiers/vat-identifier.js';
import { type Siret, sirenOf } from './siret.js';
import type { PostalAddress, PublicContact } from './structure-facts.js';
import type { StructureIdentifier } from './structure-identifier.js';

/** What people type of their own structure; the same in the browser as at the gateway. Empty fields hold ''. */
export interface OrganisationDraft {
  readonly name: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly vatIdentifier: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly contactNote: string;
}

export interface OrganisationFault {
  readonly field: keyof OrganisationDraft;
  readonly code: OrganisationFaultCode;
}

export type OrganisationFaultCode =
  | VatIdentifierProblem
  | 'name-missing'
  | 'name-too-long'
  | 'text-too-long'
  | 'country-unknown'
  | 'post-code-malformed'
  | 'post-code-missing'
  | 'town-missing'
  | 'email-malformed'
  | 'phone-malformed'
  | 'vat-of-another';

/** What is kept of a draft without faults. */
export interface TidyOrganisation {
  readonly name: string;
  readonly address: PostalAddress;
  readonly vatIdentifier?: string;
  readonly contact?: PublicContact;
}

const LONGEST_NAME = 200;
const SHORT_TEXT = 100;
const LONG_TEXT = 500;

/** Every fault at once, in the order of the form. */
export const checkOrganisation = (
  draft: OrganisationDraft,
  identifier: StructureIdentifier,
): OrganisationFault[] => [
  ...nameFaults(draft),
  ...tooLong('street', draft.street, LONG_TEXT),
  ...postCodeFaults(draft),
  ...townFaults(draft),
  ...(isCountry(draft.country) ? [] : [told('country', 'country-unknown')]),
  ...vatFaults(draft, identifier),
  ...tooLong('contactName', draft.contactName, SHORT_TEXT),
  ...(isEmpty(draft.contactEmail) || parseEmail(draft.contactEmail).ok
    ? []
    : [told('contactEmail', 'email-malformed')]),
  ...(isEmpty(draft.contactPhone) || isPhone(draft.contactPhone)
    ? []
    : [told('contactPhone', 'phone-malformed')]),
  ...tooLong('contactNote', draft.contactNote, LONG_TEXT),
];

/** As it is kept: spaces around taken off, what is left empty left out, identifiers as their rules write them. */
export const tidyOrganisation = (draft: OrganisationDraft): TidyOrganisation => {
  const email = parseEmail(draft.contactEmail);
  const vat = parseVatIdentifier(draft.vatIdentifier);
  const contact = filled({
    name: draft.contactName.trim(),
    email: email.ok ? email.value : '',
    phone: draft.contactPhone.trim(),
    note: draft.contactNote.trim(),
  });
  return {
    name: draft.name.trim().replaceAll(/\s+/g, ' '),
    address: {
      ...filled({
        street: draft.street.trim(),
        postCode: tidyPostCode(draft),
        town: draft.town.trim(),
      }),
      country: draft.country,
    },
    ...(vat.ok && { vatIdentifier: vat.value }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
};

/** The draft with which a form begins. */
export const draftOf = ({ name, address, vatIdentifier, contact }: TidyOrganisation): OrganisationDraft => ({
  name,
  street: address.street ?? '',
  postCode: address.postCode ?? '',
  town: address.town ?? '',
  country: address.country,
  vatIdentifier: vatIdentifier ?? '',
  contactName: contact?.name ?? '',
  contactEmail: contact?.email ?? '',
  contactPhone: contact?.phone ?? '',
  contactNote: contact?.note ?? '',
});

const tidyPostCode = ({ postCode, country }: OrganisationDraft): string =>
  country === 'FR' ? postCode.replaceAll(/\s/g, '') : postCode.trim().toUpperCase();

const nameFaults = ({ name }: OrganisationDraft): OrganisationFault[] => {
  if (isEmpty(name)) return [told('name', 'name-missing')];
  return name.trim().length > LONGEST_NAME ? [told('name', 'name-too-long')] : [];
};

/** Five digits in France; abroad whatever stands on letters there. */
const postCodeFaults = ({ postCode, street, country }: OrganisationDraft): OrganisationFault[] => {
  if (isEmpty(postCode))
    return country === 'FR' && !isEmpty(street) ? [told('postCode', 'post-code-missing')] : [];
  const fits = country === 'FR' ? /^\d{2}\s?\d{3}$/ : /^[A-Za-z0-9 -]{2,12}$/;
  return fits.test(postCode.trim()) ? [] : [told('postCode', 'post-code-malformed')];
};

const townFaults = ({ town, street }: OrganisationDraft): OrganisationFault[] => {
  if (isEmpty(town)) return isEmpty(street) ? [] : [told('town', 'town-missing')];
  return tooLong('town', town, SHORT_TEXT);
};

/** A French number is made from the SIREN: another firm's is a mistake that costs somebody a tax. */
const vatFaults = ({ vatIdentifier }: OrganisationDraft, { type, value }: StructureIdentifier) => {
  if (isEmpty(vatIdentifier)) return [];
  const vat = parseVatIdentifier(vatIdentifier);
  if (!vat.ok) return [told('vatIdentifier', vat.refusal)];
  const isOurs =
    type !== 'SIRET' || !vat.value.startsWith('FR') || vat.value.slice(4) === sirenOf(value as Siret);
  return isOurs ? [] : [told('vatIdentifier', 'vat-of-another')];
};

/** The VAT number a structure gets when it moves: made anew from the SIREN where the old one was made so. */
export const vatAfterMove = (
  vatIdentifier: string | undefined,
  from: StructureIdentifier,
  to: Siret,
): string | undefined =>
  from.type === 'SIRET' && vatIdentifier === frenchVatOf(sirenOf(from.value as Siret))
    ? frenchVatOf(sirenOf(to))
    : vatIdentifier;

const isPhone = (text: string): boolean =>
  /^\+?[\d\s().-]{6,24}$/.test(text.trim()) && text.replaceAll(/\D/g, '').length >= 6;

const isEmpty = (text: string): boolean => text.trim() === '';

const told = (field: keyof OrganisationDraft, code: OrganisationFaultCode): OrganisationFault => ({
  field,
  code,
});

const tooLong = (field: keyof OrganisationDraft, text: string, longest: number): OrganisationFault[] =>
  text.trim().length > longest ? [told(field, 'text-too-long')] : [];

const filled = <Name extends string>(texts: Readonly<Record<Name, string>>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text !== '')) as Partial<
    Record<Name, string>
  >;
