import { type EmailFault, parseEmail } from '@parvis/domain/access/email-address';
import { type PasswordFault, passwordFault } from '@parvis/domain/access/password-rule';
import { parseSiret } from '@parvis/domain/directory/siret';
import type { PostalAddress } from '@parvis/domain/directory/structure-facts';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
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
  | 'siret-malformed'
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

export const readIdentifier = (typed: string): Result<StructureIdentifier, readonly SignUpFault[]> => {
  const siret = parseSiret(typed);
  if (siret.ok) return accept({ type: 'SIRET', value: siret.value });
  return refuse([{ field: 'identifier', code: typed.trim() === '' ? 'missing' : 'siret-malformed' }]);
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
): Result<Omit<NewStructure, 'identifier'>, readonly SignUpFault[]> => {
  const [name, street, town] = [inOneLine(typed.name), typed.street.trim(), inOneLine(typed.town)];
  const postCode = typed.postCode.replaceAll(/\s/g, '');
  const faults = [
    ...textFaults('structureName', name),
    ...textFaults('street', street),
    ...textFaults('postCode', postCode),
    ...textFaults('town', town),
  ];
  if (postCode !== '' && !/^\d{5}$/.test(postCode))
    faults.push({ field: 'postCode', code: 'post-code-malformed' });
  const address: PostalAddress = { street, postCode, town, country: 'FR' };
  return faults.length > 0 ? refuse(faults) : accept({ name, address });
};

const textFaults = (field: SignUpField, text: string): SignUpFault[] => {
  if (text === '') return [{ field, code: 'missing' }];
  return text.length > LONGEST ? [{ field, code: 'too-long' }] : [];
};

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
