import { type EmailFault, parseEmail } from '@parvis/domain/access/email-address';
import { type PasswordFault, passwordFault } from '@parvis/domain/access/password-rule';
import {
  type IdentifierProblem,
  parseIdentifier,
} from '@parvis/domain/directory/identifiers/parse-identifier';
import type { PostalAddress } from '@parvis/domain/directory/structure-facts';
import type { IdentifierType, StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewStructure } from './sign-up-store.js';

export type SignUpField =
  | 'identifier'
  | 'structureName'
  | 'street'
  | 'postCode'
  | 'town'
  | 'email'
  | 'name'
  | 'password';

export type SignUpFaultCode =
  | 'missing'
  | 'too-long'
  | IdentifierProblem
  | 'post-code-malformed'
  | 'structure-closed'
  | 'of-public-entity'
  | 'entity-unknown'
  | EmailFault
  | PasswordFault;

/** What is wrong with one field. */
export interface SignUpFault {
  readonly field: SignUpField;
  readonly code: SignUpFaultCode;
  /** Of the structure the fault is about. */
  readonly structureName?: string;
  /** As it was, for a sentence with an example. */
  readonly typed?: string;
}

export interface FieldsFaulty {
  readonly code: 'fields-faulty';
  readonly faults: readonly SignUpFault[];
}

/** As typed. */
export interface TypedPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** As typed; asked for a structure that nobody has registered. */
export interface TypedStructure {
  readonly name: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
}

export type ReadPerson = Pick<TypedPerson, 'email' | 'name'>;

const LONGEST = 120;

export const readIdentifier = (
  type: IdentifierType,
  typed: string,
): Result<StructureIdentifier, readonly SignUpFault[]> => {
  const field = 'identifier';
  if (typed.trim() === '') return refuse([{ field, code: 'missing' }]);
  const parsed = parseIdentifier(type, typed);
  return parsed.ok ? parsed : refuse([{ field, code: parsed.refusal, typed }]);
};

/** All faults at once. */
export const readPerson = (typed: TypedPerson): Result<ReadPerson, readonly SignUpFault[]> => {
  const email = parseEmail(typed.email);
  const name = inOneLine(typed.name);
  const password = passwordFault(typed.password, { email: email.ok ? email.value : '', name });
  const faults: SignUpFault[] = [
    ...(email.ok ? [] : [{ field: 'email', code: email.refusal } as const]),
    ...textFaults('name', name),
    ...(password ? [{ field: 'password', code: password } as const] : []),
  ];
  return email.ok && faults.length === 0 ? accept({ email: email.value, name }) : refuse(faults);
};

/** All faults at once. */
export const readStructure = (
  typed: TypedStructure,
  identifier: StructureIdentifier,
): Result<Omit<NewStructure, 'identifier'>, readonly SignUpFault[]> => {
  const [name, street, town] = [inOneLine(typed.name), typed.street.trim(), inOneLine(typed.town)];
  const country = countryOf(identifier);
  const postCode = country === 'FR' ? typed.postCode.replaceAll(/\s/g, '') : inOneLine(typed.postCode);
  const faults = [
    ...textFaults('structureName', name),
    ...textFaults('street', street),
    ...postCodeFaults(postCode, country),
    ...textFaults('town', town),
  ];
  const address: PostalAddress = { street, ...(postCode === '' ? {} : { postCode }), town, country };
  return faults.length > 0 ? refuse(faults) : accept({ name, address });
};

/** VAT numbers of these begin otherwise than their country is called (ISO 3166-1). */
const vatCountries: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB' };

/** Where a structure with such an identifier is at home. */
const countryOf = ({ type, value }: StructureIdentifier): string => {
  if (type === 'UE_HORS_FRANCE' || type === 'HORS_UE')
    return vatCountries[value.slice(0, 2)] ?? value.slice(0, 2);
  return type === 'RIDET' ? 'NC' : type === 'TAHITI' ? 'PF' : 'FR';
};

/** Elsewhere there may be none, and each country writes its own. */
const postCodeFaults = (postCode: string, country: string): SignUpFault[] => {
  const field = 'postCode';
  if (country !== 'FR') return postCode.length > LONGEST ? [{ field, code: 'too-long' }] : [];
  if (postCode === '') return [{ field, code: 'missing' }];
  return /^\d{5}$/.test(postCode) ? [] : [{ field, code: 'post-code-malformed' }];
};

const textFaults = (field: SignUpField, text: string): SignUpFault[] => {
  if (text === '') return [{ field, code: 'missing' }];
  return text.length > LONGEST ? [{ field, code: 'too-long' }] : [];
};

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
