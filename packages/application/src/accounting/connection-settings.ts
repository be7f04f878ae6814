import { say } from '@parvis/domain/display/language';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import {
  type ConnectionSettings,
  type FieldType,
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
  /** Secrets that must be typed again. */
  readonly faults: readonly SettingsFault[];
}

/**
 * Parts secrets from the rest. A secret that is left out or left empty keeps what is stored, as long as it goes to the
 * same place: whoever may change an address must not have the password of others sent there. Null takes a secret away.
 * Other fields that are left empty are not set.
 */
export const fileSettings = (
  kind: OfferedKind,
  given: ConnectionSettings,
  before?: Stored,
): FiledSettings => {
  const secretNames = secretFieldsOf(kind);
  const plain = Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => name !== 'secrets' && !secretNames.includes(name) && !isEmpty(value),
    ),
  );
  const known = secretsOf(before);
  const kept = secretNames.filter(
    (name) => (given[name] === undefined || given[name] === '') && known[name] !== undefined,
  );
  const moved = kept.filter((name) => goesElsewhere(kind, name, plain, before));
  const secrets = Object.fromEntries(
    secretNames.flatMap((name) => {
      const value = kept.includes(name) ? known[name] : given[name];
      return isEmpty(value) || moved.includes(name) ? [] : [[name, value]];
    }),
  );
  return {
    merged: { ...plain, ...secrets },
    stored: Object.keys(secrets).length === 0 ? plain : { ...plain, secrets },
    faults: [
      ...moved.map((field): SettingsFault => ({ field, code: 'missing', message: typeAgain })),
      ...addressesWithSecrets(kind, plain),
    ],
  };
};

/** An address is shown to everyone who may look at the connection: no password hides in it. */
const addressesWithSecrets = ({ steps }: OfferedKind, plain: ConnectionSettings): SettingsFault[] =>
  steps
    .flatMap(({ fields }) => fields)
    .filter(
      ({ name, type }) => type === 'url' && /^\s*[a-z]+:[/\\]*[^/?#\\]*@/i.test(String(plain[name] ?? '')),
    )
    .map(({ name }) => ({ field: name, code: 'malformed', message: noSecretHere }));

const noSecretHere = say(
  'Retirez ce qui précède « @ » : l’identifiant et le mot de passe ont leurs propres champs.',
  'Take away what stands before "@": the user name and the password have fields of their own.',
);

const typeAgain = say(
  'L’adresse ou le compte a changé : saisissez de nouveau ce secret.',
  'The address or the account has changed: type this secret again.',
);

/** What decides where a secret goes stands beside it or before it; further addresses may stand anywhere. */
const goesElsewhere = (
  { steps }: OfferedKind,
  secret: string,
  plain: ConnectionSettings,
  before: Stored | undefined,
): boolean => {
  const last = steps.findIndex(({ fields }) => fields.some(({ name }) => name === secret));
  return steps
    .flatMap(({ fields }, index) => fields.map(({ name, type }) => ({ name, type, index })))
    .filter(({ type, index }) => type === 'url' || (index <= last && placing.includes(type)))
    .some(({ name }) => !isSame(plain[name], before?.[name]));
};

const placing: readonly FieldType[] = ['text', 'url', 'number', 'choice', 'lookUp'];

/**
 * Whether settings lead to another system than before: a place in the news of one means nothing in another's. Where it
 * stands is what the first step asks for.
 */
export const isElsewhere = ({ steps }: OfferedKind, before: Stored, after: Stored): boolean =>
  (steps[0]?.fields ?? [])
    .filter(({ type }) => placing.includes(type))
    .some(({ name }) => !isSame(before[name], after[name]));

/** Forms give numbers as text. */
const isSame = (value: unknown, other: unknown): boolean => String(value ?? '') === String(other ?? '');

/** One fault a field, the first one told. */
export const together = (...faults: readonly (readonly SettingsFault[])[]): readonly SettingsFault[] =>
  [
    ...new Map(
      faults
        .flat()
        .toReversed()
        .map((fault) => [fault.field, fault]),
    ).values(),
  ].toReversed();

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
