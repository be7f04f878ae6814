import type { DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { FoundBy } from '@parvis/application/directory/directory-search';
import type { ImportKind } from '@parvis/application/imports/import-plan';
import type { InvoiceOrder } from '@parvis/application/invoice/invoice-list';
import type { OfferedAction } from '@parvis/application/invoice/offered-actions';
import type { InvoiceSyntax } from '@parvis/application/invoice/read-invoice';
import type { MandateKind, MandateState } from '@parvis/application/mandates/mandate-store';
import type { ClaimState } from '@parvis/application/people/claims/claim-store';
import type { FactorResetState } from '@parvis/application/people/factor-resets/factor-reset-store';
import type { FactorMethod } from '@parvis/application/people/factors/factor-methods';
import type { JoinRequestState } from '@parvis/application/people/join-requests';
import type { SignInMeans } from '@parvis/application/people/sessions/session';
import type { EnteredStructure } from '@parvis/application/people/sign-up/enter-structure';
import type { StructureForSignUpAnswer } from '@parvis/application/people/sign-up/structure-for-sign-up';
import type { KeyState } from '@parvis/application/technical-accounts/list-technical-accounts';
import type { Level, Role, Side, Space } from '@parvis/domain/access/actor';
import { allRights, type Right } from '@parvis/domain/access/rights';
import type { PublicEntityKind } from '@parvis/domain/directory/directory-entry';
import type { EngagementCheck, EngagementSource, EngagementState } from '@parvis/domain/directory/engagement';
import type { FindingPlace, FindingSeverity } from '@parvis/domain/directory/settings-finding';
import type { LegalKind, WorksAuthority } from '@parvis/domain/directory/structure-facts';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import type { Language } from '@parvis/domain/display/language';
import type { ActorKind, Status } from '@parvis/domain/life-cycle/transitions';
import type { Severity } from '@parvis/domain/rules/fault';
import { registerEnumType } from 'type-graphql';

type SignUpStructureKind = StructureForSignUpAnswer['kind'] | 'tooMany';

/** The API's word and its description for each of our values; the compiler asks for every one. */
type Words<Value extends string> = Record<Value, readonly [word: string, description: string]>;

export const register = <Value extends string>(
  name: string,
  description: string,
  words: Words<Value>,
): Record<string, Value> => {
  const rows = Object.entries<readonly [string, string]>(words) as [Value, readonly [string, string]][];
  const table = Object.fromEntries(rows.map(([value, [word]]) => [word, value])) as Record<string, Value>;
  registerEnumType(table, {
    name,
    description,
    valuesConfig: Object.fromEntries(rows.map(([, [word, text]]) => [word, { description: text }])),
  });
  return table;
};

export const LanguageEnum = register<Language>('Language', 'The language of a sentence.', {
  fr: ['FR', 'French.'],
  en: ['EN', 'English.'],
});

export const SideEnum = register<Side>('Side', 'On which side of an invoice a structure stands.', {
  supplier: ['SUPPLIER', 'Sends invoices.'],
  publicEntity: ['PUBLIC_ENTITY', 'Receives and pays them.'],
});

export const SignUpStructureEnum = register<SignUpStructureKind>(
  'SignUpStructureKind',
  'What stands behind the identifier that somebody signs up with.',
  {
    existing: ['EXISTING', 'A structure one asks to join.'],
    new: ['NEW', 'A supplier nobody has registered: its name and address are asked for.'],
    closed: ['CLOSED', 'A structure that is no longer active.'],
    ofPublicEntity: ['OF_PUBLIC_ENTITY', 'A public entity: nobody sells under its number.'],
    unknownEntity: ['UNKNOWN_ENTITY', 'A public entity that the directory does not know.'],
    malformed: ['MALFORMED', 'No SIRET.'],
    tooMany: ['TOO_MANY', 'Not looked up: too many look-ups from this network.'],
  },
);

export const SignUpOutcomeEnum = register<EnteredStructure['kind']>(
  'SignUpOutcome',
  'How a new account stands to its structure.',
  {
    created: ['CREATED', 'The person is its main manager.'],
    requested: ['REQUESTED', 'Its managers were asked.'],
    nowhere: ['NOWHERE', 'The structure was closed meanwhile.'],
  },
);

export const RoleEnum = register<Role>('Role', 'What a person is in a structure.', {
  mainManager: ['MAIN_MANAGER', 'Holds every space of the structure and appoints managers.'],
  deputyManager: ['DEPUTY_MANAGER', 'Holds every space of the structure.'],
  user: ['USER', 'Holds the spaces that a manager has given.'],
});

export const SpaceEnum = register<Space>(
  'Space',
  'A part of the platform to which access is given as a whole.',
  {
    issuedInvoices: ['ISSUED_INVOICES', 'Invoices sent (« Factures émises »).'],
    receivedInvoices: ['RECEIVED_INVOICES', 'Invoices received (« Factures reçues »).'],
    invoicesToValidate: ['INVOICES_TO_VALIDATE', 'Invoices of others to validate (« Factures à valider »).'],
    works: ['WORKS', 'Works contracts (« Factures de travaux »).'],
    justice: ['JUSTICE', 'Justice costs (« Mémoires de frais de justice »).'],
    helpRequests: ['HELP_REQUESTS', 'Requests for help (« Sollicitations »).'],
    engagements: ['ENGAGEMENTS', 'Engagements (« Engagements juridiques »).'],
    settings: ['SETTINGS', 'The organisation, its services and what it demands.'],
    people: ['PEOPLE', 'Who works here and with which rights.'],
    mandates: ['MANDATES', 'Who acts in the name of the structure.'],
    technicalAccounts: ['TECHNICAL_ACCOUNTS', 'Keys for programs.'],
    connections: ['CONNECTIONS', 'Connections to accounting systems (« Raccordements »).'],
  },
);

export const LevelEnum = register<Level>('Level', 'How far access to a space goes.', {
  read: ['READ', 'To read.'],
  full: ['FULL', 'To read and to act.'],
});

export const FactorMethodEnum = register<FactorMethod>('FactorMethod', 'A second factor.', {
  passkey: ['PASSKEY', 'A passkey of a device.'],
  totp: ['TOTP', 'The code of an authenticator app.'],
  recoveryCode: ['RECOVERY_CODE', 'A recovery code, good once.'],
});

export const SignInMeansEnum = register<SignInMeans>('SignInMeans', 'How a session was opened.', {
  password: ['PASSWORD', 'Password alone.'],
  passwordAndTotp: ['PASSWORD_AND_TOTP', 'Password and authenticator app.'],
  passwordAndPasskey: ['PASSWORD_AND_PASSKEY', 'Password and passkey.'],
  passwordAndRecoveryCode: ['PASSWORD_AND_RECOVERY_CODE', 'Password and recovery code.'],
  passkey: ['PASSKEY', 'Passkey alone, two factors in one.'],
  openId: ['OPEN_ID', 'An OpenID provider.'],
  openIdAndSecondFactor: ['OPEN_ID_AND_SECOND_FACTOR', 'An OpenID provider and a second factor.'],
});

const wordOfRight = (right: Right): string =>
  right
    .replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
    .replace(':', '_')
    .toUpperCase();

export const RightEnum = register<Right>(
  'Right',
  'An entry of the table of rights; screens offer what the viewer holds.',
  Object.fromEntries(
    allRights.map((right) => [right, [wordOfRight(right), `\`${right}\``] as const]),
  ) as Words<Right>,
);

export const KeyStateEnum = register<KeyState>('KeyState', 'Whether a key opens.', {
  inForce: ['IN_FORCE', 'It opens.'],
  ending: ['ENDING', 'It was renewed, and still opens for a while.'],
  expired: ['EXPIRED', 'It ended by itself.'],
  revoked: ['REVOKED', 'Somebody ended it.'],
});

export const PublicEntityKindEnum = register<PublicEntityKind>(
  'PublicEntityKind',
  'The kind of a public entity; it decides the legal limit to pay.',
  {
    state: ['STATE', 'A service of the State: 30 days.'],
    localAuthority: ['LOCAL_AUTHORITY', 'A town, department, region or their groupings: 30 days.'],
    hospital: ['HOSPITAL', 'A public hospital: 50 days.'],
    publicEstablishment: ['PUBLIC_ESTABLISHMENT', 'Another public establishment: 30 days.'],
  },
);

export const FoundByEnum = register<FoundBy>('DirectoryFoundBy', 'Why a search found an entity.', {
  identifier: ['IDENTIFIER', 'Its SIRET begins so.'],
  name: ['NAME', 'It is called so, or the filters leave it.'],
  beginning: ['BEGINNING', 'Its name begins so.'],
  words: ['WORDS', 'Its name holds all the words.'],
  place: ['PLACE', 'Its name, town and department hold all the words.'],
  need: ['NEED', 'One of its services answers the need.'],
  likeness: ['LIKENESS', 'Its name or place is spelt nearly so.'],
});

export const InvoiceStatusEnum = register<Status>(
  'InvoiceStatus',
  'Where an invoice stands in its life cycle.',
  {
    draft: ['DRAFT', 'Not sent yet.'],
    deposited: ['DEPOSITED', 'Received by the platform (« Déposée »).'],
    toValidate1: ['TO_VALIDATE_1', 'Waits for the first validator.'],
    toValidate2: ['TO_VALIDATE_2', 'Waits for the second validator.'],
    validated1: ['VALIDATED_1', 'Validated by the first validator.'],
    validated2: ['VALIDATED_2', 'Validated by the second validator.'],
    validationRefused1: ['VALIDATION_REFUSED_1', 'Refused by the first validator.'],
    validationRefused2: ['VALIDATION_REFUSED_2', 'Refused by the second validator.'],
    validationOverdue1: ['VALIDATION_OVERDUE_1', 'The first validator did not answer in time.'],
    validationOverdue2: ['VALIDATION_OVERDUE_2', 'The second validator did not answer in time.'],
    wrongValidator: ['WRONG_VALIDATOR', 'The validator named is not the right one.'],
    inRouting: ['IN_ROUTING', 'On its way to the recipient.'],
    rejected: ['REJECTED', 'Rejected by the platform.'],
    madeAvailable: ['MADE_AVAILABLE', 'The recipient has it (« Mise à disposition »); the legal clock runs.'],
    takenInCharge: ['TAKEN_IN_CHARGE', 'The recipient works on it.'],
    toReroute: ['TO_REROUTE', 'Sent to the wrong recipient; to be addressed again.'],
    suspended: ['SUSPENDED', 'Waits for an answer of the supplier (« Suspendue »).'],
    completed: ['COMPLETED', 'The supplier has answered (« Complétée »).'],
    refused: ['REFUSED', 'Refused by the recipient; a new invoice is needed.'],
    serviceConfirmed: [
      'SERVICE_CONFIRMED',
      'The recipient certifies the service was done (« Service fait »).',
    ],
    paymentOrdered: ['PAYMENT_ORDERED', 'The payment order is made (« Mandatée »).'],
    handedToAccountant: ['HANDED_TO_ACCOUNTANT', 'With the public accountant.'],
    booked: ['BOOKED', 'In the books (« Comptabilisée »).'],
    inPayment: ['IN_PAYMENT', 'The payment is on its way (« Mise en paiement »).'],
  },
);

export const InvoiceActionEnum = register<OfferedAction>('InvoiceAction', 'Acts a person may be offered.', {
  takeInCharge: ['TAKE_IN_CHARGE', 'Begin to work on it.'],
  suspend: ['SUSPEND', 'Ask the supplier for something and wait.'],
  complete: ['COMPLETE', 'Answer a suspension.'],
  refuse: ['REFUSE', 'End processing; the supplier sends a new invoice.'],
  approve: ['APPROVE', 'Certify that the service was done.'],
});

export const ActorKindEnum = register<ActorKind>('ActorKind', 'Who acted.', {
  platform: ['PLATFORM', 'The platform itself.'],
  supplier: ['SUPPLIER', 'Someone of the supplier.'],
  validator: ['VALIDATOR', 'A validator named by the supplier.'],
  buyer: ['BUYER', 'Someone of the recipient.'],
  accountant: ['ACCOUNTANT', "The recipient's accounting system."],
});

export const SeverityEnum = register<Severity>('Severity', 'What a fault means for the deposit.', {
  fatal: ['FATAL', 'The document is refused.'],
  warning: ['WARNING', 'It is accepted, and the sender is told.'],
});

export const InvoiceSyntaxEnum = register<InvoiceSyntax>(
  'InvoiceSyntax',
  'How an invoice is written in the file received.',
  {
    'ubl-invoice': ['UBL_INVOICE', 'UBL 2.1, Invoice.'],
    'ubl-credit-note': ['UBL_CREDIT_NOTE', 'UBL 2.1, CreditNote.'],
    cii: ['CII', 'UN/CEFACT Cross Industry Invoice.'],
    'factur-x': ['FACTUR_X', 'Factur-X: a PDF that carries a CII.'],
  },
);

export const InvoiceOrderEnum = register<InvoiceOrder>('InvoiceOrder', 'The order of a list.', {
  newestFirst: ['NEWEST_FIRST', 'Last deposited first.'],
  oldestFirst: ['OLDEST_FIRST', 'First deposited first.'],
  dueFirst: ['DUE_FIRST', 'Nearest legal limit to pay first.'],
  largestFirst: ['LARGEST_FIRST', 'Largest amount first.'],
});

export const DeliveryStateEnum = register<DeliveryState>(
  'DeliveryState',
  'Where the delivery of an invoice to an accounting system stands.',
  {
    waiting: ['WAITING', 'Will be tried, or tried again.'],
    sending: ['SENDING', 'Being sent now.'],
    delivered: ['DELIVERED', 'The accounting system has it.'],
    needsAttention: [
      'NEEDS_ATTENTION',
      'It stands in the books otherwise than it should, or was typed in; a person must look.',
    ],
    refused: ['REFUSED', 'The accounting system said no; a person must act.'],
    parked: ['PARKED', 'Given up after several tries; a person may try again.'],
  },
);

export const DocumentKindEnum = register<'original' | 'attachment'>(
  'DocumentKind',
  'What a document is to its invoice.',
  {
    original: ['ORIGINAL', 'The invoice itself, as received.'],
    attachment: ['ATTACHMENT', 'Added beside it.'],
  },
);

export const WorksAuthorityEnum = register<WorksAuthority>(
  'WorksAuthority',
  "Whether a public entity commissions works (maîtrise d'ouvrage).",
  {
    no: ['NO', 'No works.'],
    also: ['ALSO', 'Works documents and ordinary invoices.'],
    only: ['ONLY', 'Works documents alone: ordinary invoices are refused.'],
  },
);

export const FindingSeverityEnum = register<FindingSeverity>('FindingSeverity', 'How much a finding hurts.', {
  impossible: ['IMPOSSIBLE', 'Nobody can invoice.'],
  painful: ['PAINFUL', 'Suppliers stumble, or invoices wait.'],
  advice: ['ADVICE', 'It could be better.'],
});

export const FindingPlaceEnum = register<FindingPlace>('FindingPlace', 'Where to go about a finding.', {
  demand: ['DEMAND', 'What the entity demands.'],
  services: ['SERVICES', 'Its services.'],
  contact: ['CONTACT', 'The contact shown to suppliers.'],
  people: ['PEOPLE', 'Its people.'],
  invoices: ['INVOICES', 'The invoices that wait.'],
  validity: ['VALIDITY', 'Its days of validity.'],
  active: ['ACTIVE', 'Whether it is active.'],
});

export const IdentifierTypeEnum = register<IdentifierType>(
  'IdentifierType',
  'Which register identifies a structure.',
  {
    SIRET: ['SIRET', 'French register of establishments, 14 digits.'],
    UE_HORS_FRANCE: ['UE_HORS_FRANCE', 'VAT number of another country of the Union.'],
    HORS_UE: ['HORS_UE', 'Country code and first 16 characters of the name, outside the Union.'],
    RIDET: ['RIDET', 'New Caledonia, 9 or 10 digits.'],
    TAHITI: ['TAHITI', 'French Polynesia, 9 or 10 signs.'],
    PARTICULIER: ['PARTICULIER', 'A person: birth and names.'],
    AUTRE: ['AUTRE', 'Whatever stands in, as while a firm is being registered.'],
  },
);

export const LegalKindEnum = register<LegalKind>(
  'LegalKind',
  'What kind of person a structure is before the law.',
  {
    privateCompany: ['PRIVATE_COMPANY', 'A company.'],
    soleTrader: ['SOLE_TRADER', 'A person who trades under their own name.'],
    person: ['PERSON', 'A private person.'],
    state: ['STATE', 'State.'],
    localAuthority: ['LOCAL_AUTHORITY', 'Municipality, department, region or their groups.'],
    hospital: ['HOSPITAL', 'Public hospital.'],
    publicEstablishment: ['PUBLIC_ESTABLISHMENT', 'Other public body.'],
  },
);

export const BankAccountOwnerEnum = register<'own' | 'factor'>(
  'BankAccountOwner',
  'Whose bank account it is.',
  {
    own: ['OWN', 'The structure’s own.'],
    factor: ['FACTOR', 'A factor’s, who is paid in its stead (affacturage).'],
  },
);

export const EngagementStateEnum = register<EngagementState>(
  'EngagementState',
  'Where an engagement stands today.',
  {
    open: ['OPEN', 'Invoices can be paid on it.'],
    notYet: ['NOT_YET', 'Its first day is still to come.'],
    expired: ['EXPIRED', 'Its last day is past.'],
    closed: ['CLOSED', 'Closed by its entity.'],
  },
);

export const EngagementSourceEnum = register<EngagementSource>(
  'EngagementSource',
  'Who told us of an engagement.',
  {
    file: ['FILE', 'A file that was imported.'],
    accounting: ['ACCOUNTING', 'The accounting system, which alone changes it.'],
    form: ['FORM', 'A person, in the form.'],
  },
);

export const EngagementCheckEnum = register<EngagementCheck>(
  'EngagementCheck',
  'What an entity does with the engagements it keeps here.',
  {
    none: ['NONE', 'Invoices are not held against them.'],
    advise: ['ADVISE', 'Suppliers are warned; every invoice is taken in.'],
    enforce: ['ENFORCE', 'An invoice that does not fit its engagement is not taken in.'],
  },
);

export const ImportKindEnum = register<ImportKind>('ImportKind', 'What a file brings.', {
  services: ['SERVICES', 'The services of a public entity.'],
  engagements: ['ENGAGEMENTS', 'Its engagements.'],
});

export const ImportChangeEnum = register<'added' | 'changed' | 'unchanged'>(
  'ImportChange',
  'What a row of a file would do.',
  {
    added: ['ADDED', 'Adds what was not there.'],
    changed: ['CHANGED', 'Changes what is there.'],
    unchanged: ['UNCHANGED', 'Says what is known.'],
  },
);

export const JoinRequestStateEnum = register<JoinRequestState>(
  'JoinRequestState',
  'How a request to join stands.',
  {
    waiting: ['WAITING', 'Waits for a manager (« En cours de validation »).'],
    approved: ['APPROVED', 'The person was let in (« Validée »).'],
    refused: ['REFUSED', 'A manager said no (« Refusée »).'],
    withdrawn: ['WITHDRAWN', 'The person took it back.'],
    expired: ['EXPIRED', 'Nobody answered in 60 days.'],
  },
);

export const ClaimStateEnum = register<ClaimState>('ClaimState', 'How a claim to a structure stands.', {
  waiting: ['WAITING', 'Two people are to decide.'],
  granted: ['GRANTED', 'Two said yes; the former managers may still object.'],
  effective: ['EFFECTIVE', 'The person is main manager.'],
  refused: ['REFUSED', 'One said no.'],
  objected: ['OBJECTED', 'A main manager is still there.'],
  withdrawn: ['WITHDRAWN', 'The person took it back.'],
});

export const FactorResetStateEnum = register<FactorResetState>(
  'FactorResetState',
  'How a request to remove second factors stands.',
  {
    waiting: ['WAITING', 'Two people are to approve.'],
    granted: ['GRANTED', 'Two have; the factors go after a day.'],
    done: ['DONE', 'The factors are gone.'],
    stopped: ['STOPPED', 'Somebody concerned has ended it.'],
  },
);

export const MandateKindEnum = register<MandateKind>('MandateKind', 'In which capacity somebody acts.', {
  accountant: ['ACCOUNTANT', 'Keeps the books.'],
  partner: ['PARTNER', 'Sends and follows invoices.'],
  factor: ['FACTOR', 'Has bought invoices: reads them, nothing else.'],
});

export const MandateStateEnum = register<MandateState>('MandateState', 'How a mandate stands.', {
  offered: ['OFFERED', 'Waits for the holder.'],
  accepted: ['ACCEPTED', 'Gives access between its first and last day.'],
  declined: ['DECLINED', 'The holder said no.'],
  revoked: ['REVOKED', 'Ended by one of the two.'],
  ended: ['ENDED', 'Its last day is over.'],
});

export const MandateSideEnum = register<'client' | 'holder'>('MandateSide', 'Given, or held.', {
  client: ['CLIENT', 'Who gives.'],
  holder: ['HOLDER', 'Who acts.'],
});
