import type { Side } from '@parvis/domain/access/actor';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import type { Language } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Stores, Work } from '../../ports/work.js';
import { networkOf } from '../throttle.js';
import { type TooManyAskings, throttleAsking } from '../throttle-asking.js';
import { type FoundStructure, findStructure } from './find-structure.js';
import { type ConfirmationPorts, newConfirmation, postConfirmation } from './post-confirmation.js';
import {
  type FieldsFaulty,
  type ReadPerson,
  readIdentifier,
  readPerson,
  readStructure,
  type SignUpFault,
  type TypedPerson,
  type TypedStructure,
} from './sign-up-faults.js';
import { knownAlreadyMail } from './sign-up-mail.js';
import type { PendingSignUp, SignUpTarget } from './sign-up-store.js';

export interface SignUpPorts extends ConfirmationPorts {
  readonly work: Work;
  /** Slow on purpose. */
  readonly hashPassword: (password: string) => Promise<string>;
}

export interface SignUpCommand extends TypedPerson {
  readonly side: Side;
  readonly identifierType: IdentifierType;
  /** As typed. */
  readonly identifier: string;
  readonly language: Language;
  /** Asked for when nobody has registered the structure. */
  readonly structure: TypedStructure;
  readonly networkAddress?: string;
}

export interface SignUpStarted {
  /** The browser's secret: whoever holds it may give the code. */
  readonly signUpId: string;
  /** Where the code was sent. */
  readonly email: string;
  readonly codeExpiresAt: Date;
}

export type SignUpRefusal = FieldsFaulty | TooManyAskings;

export type SignUp = (command: SignUpCommand) => Promise<Result<SignUpStarted, SignUpRefusal>>;

const HOUR = 3_600_000;

/**
 * Begins an account: nothing but a pending sign-up is written, and a code and a link are sent to the address. The answer
 * is the same whether the address has an account or not: only its mailbox is told.
 */
export const makeSignUp =
  (ports: SignUpPorts): SignUp =>
  async (command) => {
    const checked = await ports.work.run((stores) => check(stores, ports, command));
    if (!checked.ok) return checked;
    // Slow on purpose, hence outside the unit of work.
    const passwordHash = await ports.hashPassword(command.password);
    return ports.work.run((stores) => start(stores, ports, command, { ...checked.value, passwordHash }));
  };

interface Checked {
  readonly person: ReadPerson;
  readonly target: Exclude<SignUpTarget, { readonly kind: 'decoy' }>;
  readonly structureName: string;
}

const check = async (
  stores: Stores,
  { now }: SignUpPorts,
  command: SignUpCommand,
): Promise<Result<Checked, SignUpRefusal>> => {
  const aimed = await aim(stores, command);
  const person = readPerson(command);
  if (!aimed.ok || !person.ok) {
    const faults = [...(aimed.ok ? [] : aimed.refusal), ...(person.ok ? [] : person.refusal)];
    return refuse({ code: 'fields-faulty', faults });
  }
  const limits = [
    { subject: `sign-up ${person.value.email}`, maximum: 5, windowInMs: HOUR },
    ...(command.networkAddress === undefined
      ? []
      : [{ subject: `sign-up ${networkOf(command.networkAddress)}`, maximum: 20, windowInMs: HOUR }]),
  ];
  const heard = await throttleAsking(stores.askings, limits, now());
  return heard.ok ? accept({ person: person.value, ...aimed.value }) : heard;
};

/** What the person comes for, as the structure behind the identifier has it. */
const aim = async (
  stores: Stores,
  { side, identifierType, identifier: typed, structure }: SignUpCommand,
): Promise<Result<Omit<Checked, 'person'>, readonly SignUpFault[]>> => {
  const identifier = readIdentifier(identifierType, typed);
  if (!identifier.ok) return identifier;
  const found = await findStructure(stores, side, identifier.value);
  if (found.kind === 'existing') {
    const { structureId, name } = found.organisation;
    return accept({ target: { kind: 'join', side, structureId }, structureName: name });
  }
  if (found.kind !== 'new') return refuse([closedDoor(found)]);
  const read = readStructure(structure, identifier.value);
  if (!read.ok) return read;
  const created = { identifier: identifier.value, ...read.value };
  return accept({ target: { kind: 'create', structure: created }, structureName: created.name });
};

const closedDoor = (found: Exclude<FoundStructure, { readonly kind: 'existing' | 'new' }>): SignUpFault => {
  const field = 'identifier';
  if (found.kind === 'unknownEntity') return { field, code: 'entity-unknown' };
  const code = found.kind === 'closed' ? 'structure-closed' : 'of-public-entity';
  return { field, code, structureName: found.organisation.name };
};

const start = async (
  stores: Stores,
  ports: SignUpPorts,
  { side, language }: SignUpCommand,
  { person, target, structureName, passwordHash }: Checked & { readonly passwordHash: string },
): Promise<Result<SignUpStarted, SignUpRefusal>> => {
  const { email, name } = person;
  const known = await stores.accounts.findByEmail(email);
  const signUpId = ports.newToken();
  const confirmation = newConfirmation(ports, signUpId);
  const signUp: PendingSignUp = {
    signUpHash: ports.sha256(signUpId),
    email,
    name,
    language,
    passwordHash,
    target: known ? { kind: 'decoy', structureName } : target,
    ...confirmation.stored,
    codeTries: 0,
    sendings: 1,
    expiresAt: new Date(ports.now().getTime() + 24 * HOUR),
  };
  await stores.signUps.add(signUp);
  if (known) {
    const pages = {
      signInPage: pageAddress(ports.publicUrl, side, 'home'),
      forgottenPage: pageAddress(ports.publicUrl, side, 'forgottenPassword'),
    };
    await postMail(stores, ports.newId, { to: email, ...knownAlreadyMail(pages, known.language) });
  } else
    await postConfirmation(stores, ports, { signUp, side, structureName, secrets: confirmation.secrets });
  return accept({ signUpId, email, codeExpiresAt: signUp.codeExpiresAt });
};
