import type { Person } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewId, NewToken, Sha256 } from '../../ports/platform.js';
import { runOrUndo } from '../../ports/run-or-undo.js';
import type { Stores, Work } from '../../ports/work.js';
import type { StructureAccess } from '../membership-store.js';
import { type OpenedSession, openSession } from '../sessions/open-session.js';
import type { Device } from '../sessions/session.js';
import { type FieldsFaulty, type ReadPerson, readPerson } from '../sign-up/sign-up-faults.js';
import { networkOf } from '../throttle.js';
import { type TooManyAskings, throttleAsking } from '../throttle-asking.js';
import { acceptInvitationIn, findStanding } from './answer-invitation.js';

export interface SignUpInvitedPorts {
  readonly work: Work;
  readonly now: Clock;
  readonly newId: NewId;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  /** Slow on purpose. */
  readonly hashPassword: (password: string) => Promise<string>;
}

export interface SignUpInvitedCommand {
  /** As the link has it. */
  readonly token: string;
  /** As typed. */
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

export interface InvitedSignedUp extends OpenedSession {
  readonly person: Person;
  readonly structure: StructureAccess;
}

export type SignUpInvitedRefusal =
  | FieldsFaulty
  | TooManyAskings
  /** Used, withdrawn, over, or never there. */
  | { readonly code: 'invitation-not-found' }
  /** The address has an account: it follows the link signed in. */
  | { readonly code: 'address-taken' };

export type SignUpInvited = (
  command: SignUpInvitedCommand,
  device: Device,
) => Promise<Result<InvitedSignedUp, SignUpInvitedRefusal>>;

const HOUR = 3_600_000;

/**
 * An account for whoever was invited and has none, inside the structure at once. The link came by mail and has 256 random
 * bits: whoever holds it reads that mailbox, so that no code has to prove the address again.
 */
export const makeSignUpInvited =
  (ports: SignUpInvitedPorts): SignUpInvited =>
  async (command, device) => {
    const checked = await ports.work.run((stores) => check(stores, ports, command, device));
    if (!checked.ok) return checked;
    // Slow on purpose, hence outside the unit of work.
    const passwordHash = await ports.hashPassword(command.password);
    return runOrUndo(ports.work, (stores) =>
      enter(stores, ports, command, { ...checked.value, passwordHash, device }),
    );
  };

const check = async (
  stores: Stores,
  { now, sha256 }: SignUpInvitedPorts,
  { token, name, password }: SignUpInvitedCommand,
  { networkAddress }: Device,
): Promise<Result<ReadPerson, SignUpInvitedRefusal>> => {
  const at = now();
  if (networkAddress !== undefined) {
    // The same count as of those who sign up without an invitation.
    const limit = { subject: `sign-up ${networkOf(networkAddress)}`, maximum: 20, windowInMs: HOUR };
    const heard = await throttleAsking(stores.askings, [limit], at);
    if (!heard.ok) return heard;
  }
  const invitation = await findStanding(stores, sha256(token), at);
  if (!invitation) return refuse({ code: 'invitation-not-found' });
  const { email } = invitation;
  if (await stores.accounts.findByEmail(email)) return refuse({ code: 'address-taken' });
  const person = readPerson({ email, name, password });
  return person.ok ? person : refuse({ code: 'fields-faulty', faults: person.refusal });
};

const enter = async (
  stores: Stores,
  ports: SignUpInvitedPorts,
  { token, language }: SignUpInvitedCommand,
  { email, name, passwordHash, device }: ReadPerson & { passwordHash: string; device: Device },
): Promise<Result<InvitedSignedUp, SignUpInvitedRefusal>> => {
  const at = ports.now();
  const userId = ports.newId();
  if (!(await stores.credentials.add({ userId, email, name, language, passwordHash })))
    return refuse({ code: 'address-taken' });
  const entered = await acceptInvitationIn(stores, ports.sha256(token), { userId, email, name }, at);
  // Of two who follow the link at once, the second finds it used.
  if (!entered.ok) return refuse({ code: 'invitation-not-found' });
  const person = await stores.accounts.findPerson(userId, at);
  if (!person) throw new TypeError('the account just added is not there');
  const session = await openSession(stores, ports, { userId, means: 'password', device, at });
  return accept({ person, structure: entered.value, ...session });
};
