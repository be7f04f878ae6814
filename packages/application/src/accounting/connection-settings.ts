import { say } from '@parvis/domain/display/language';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import {
  type ConnectionSettings,
  type OfferedKind,
  type SettingsFault,
  secretFieldsOf,
} from './connector-catalogue.js';
import type { AccountingConnection } from './delivery-ledger.js';

type Stored = AccountingConnection['settings'];

/** Settings as the form gave them, laid beside what is stored. */
export interface FiledSettings {
  /** As a connector reads them: secrets among the others. */
  readonly merged: ConnectionSettings;
  /** As they are stored: secrets apart, to be sealed. */
  readonly stored: Stored;
}

/**
 * Parts secrets from the rest. A secret that is left out or left empty keeps what is stored; null takes it away. Other
 * fields that are left empty are not set.
 */
export const fileSettings = (
  kind: OfferedKind,
  given: ConnectionSettings,
  before?: Stored,
): FiledSettings => {
  const secretNames = secretFieldsOf(kind);
  const { secrets: _reserved, ...fields } = given;
  const plain = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !secretNames.includes(name) && !isEmpty(value)),
  );
  const secrets = Object.fromEntries(
    secretNames.flatMap((name) => {
      const value = secretOf(name, given, before);
      return isEmpty(value) ? [] : [[name, value]];
    }),
  );
  return {
    merged: { ...plain, ...secrets },
    stored: Object.keys(secrets).length === 0 ? plain : { ...plain, secrets },
  };
};

const secretOf = (name: string, given: ConnectionSettings, before: Stored | undefined): unknown =>
  given[name] === undefined || given[name] === '' ? secretsOf(before)[name] : given[name];

/** What people who look after a connection may read of its settings. */
export const shownSettings = (stored: Stored): { readonly plain: Stored; readonly secretsKept: string[] } => {
  const { secrets: _sealed, ...plain } = stored;
  return { plain, secretsKept: Object.keys(secretsOf(stored)) };
};

const secretsOf = (stored: Stored | undefined): Readonly<Record<string, unknown>> => {
  const secrets = stored?.secrets;
  return typeof secrets === 'object' && secrets !== null
    ? (secrets as Readonly<Record<string, unknown>>)
    : {};
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const LONGEST_SETTINGS = 100_000;

/** The form's text as fields; undefined when it is none, or longer than any form. */
export const readSettingsText = (text: string): ConnectionSettings | undefined => {
  if (text.length > LONGEST_SETTINGS) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as ConnectionSettings)
      : undefined;
  } catch {
    return undefined;
  }
};

const LONGEST_CONNECTION_NAME = 80;

/** The statuses at which a connection may take invoices over. */
export const isOccasion = (status: Status): status is AccountingConnection['deliverWhen'] =>
  status === 'madeAvailable' || status === 'serviceConfirmed';

/** What is wrong with what every connection has, whatever its kind. `taken`: names of the entity's others. */
export const faultsOfFrame = (
  { name, deliverWhen }: { readonly name: string; readonly deliverWhen: Status },
  taken: readonly string[],
): readonly SettingsFault[] => {
  const wrongName = nameFault(name.trim(), taken);
  const wrongMoment: SettingsFault = {
    field: 'connection.deliverWhen',
    code: 'unknown',
    message: say(
      'Choisissez « mise à disposition » ou « service fait ».',
      'Choose "made available" or "service confirmed".',
    ),
  };
  return [...(wrongName ? [wrongName] : []), ...(isOccasion(deliverWhen) ? [] : [wrongMoment])];
};

const nameFault = (name: string, taken: readonly string[]): SettingsFault | undefined => {
  const isTaken = taken.some((other) => other.toLocaleLowerCase('fr') === name.toLocaleLowerCase('fr'));
  if (name === '') return { ...nameFaults.missing, field: NAME };
  if (name.length > LONGEST_CONNECTION_NAME) return { ...nameFaults.malformed, field: NAME };
  return isTaken ? { ...nameFaults.used, field: NAME } : undefined;
};

const NAME = 'connection.name';

const nameFaults = {
  missing: { code: 'missing', message: say('Donnez un nom à ce raccordement.', 'Name this connection.') },
  malformed: {
    code: 'malformed',
    message: say(
      `${LONGEST_CONNECTION_NAME} caractères au plus.`,
      `${LONGEST_CONNECTION_NAME} characters at most.`,
    ),
  },
  used: {
    code: 'used',
    message: say(
      'Un autre raccordement porte déjà ce nom.',
      'Another of your connections bears this name already.',
    ),
  },
} as const;
