import type { Person } from '@parvis/domain/access/actor';
import { parseSiret } from '@parvis/domain/directory/siret';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores, Work } from '../../ports/work.js';
import { type FactorMethod, methodsOf } from '../factors/factor-methods.js';
import { openChallenge } from '../factors/open-challenge.js';
import { type RequestToJoinPorts, requestToJoinIn } from '../requests/request-to-join.js';
import { type OpenedSession, openSession } from '../sessions/open-session.js';
import type { Device } from '../sessions/session.js';
import type { VouchedIdentity } from './openid-expert.js';
import type { OpenIdRequest } from './openid-store.js';
import type { StartOpenIdPorts } from './start-openid.js';

export interface FinishOpenIdPorts extends StartOpenIdPorts, RequestToJoinPorts {
  readonly work: Work;
  /** The hash of a password nobody has: for accounts that only a provider opens. */
  readonly decoyHash: string;
}

export interface FinishOpenIdCommand {
  readonly provider: string;
  /** What the provider sent back. */
  readonly returned: URLSearchParams;
  /** What the browser kept since the beginning. */
  readonly keptState: string | undefined;
  readonly device?: Device;
}

/** Where a return from a provider leads. */
export type OpenIdFinished = { readonly returnTo: string } & (
  | { readonly kind: 'signedIn'; readonly opened: OpenedSession; readonly isNew: boolean }
  | { readonly kind: 'secondFactor'; readonly challenge: string; readonly methods: readonly FactorMethod[] }
  /** The address has an account: its owner proves it once, and the identity is linked. */
  | { readonly kind: 'link'; readonly link: string; readonly expiresAt: Date }
);

export type FinishOpenIdRefusal =
  /** Wrong state, used code, too late, wrong nonce, wrong browser: all the same to whoever asks. */
  | { readonly code: 'openid-failed' }
  /** The provider does not vouch for the address: it proves nothing. */
  | { readonly code: 'openid-address-unverified' };

export type FinishOpenId = (
  command: FinishOpenIdCommand,
) => Promise<Result<OpenIdFinished, FinishOpenIdRefusal>>;

/** Takes the beginning out, so that a return is good once; asks the provider outside of any unit of work. */
export const makeFinishOpenId =
  (ports: FinishOpenIdPorts): FinishOpenId =>
  async ({ provider, returned, keptState, device = {} }) => {
    const state = returned.get('state');
    if (!state || state !== keptState) return refuse({ code: 'openid-failed' });
    const request = await ports.work.run(({ openId }) => openId.takeRequest(ports.sha256(state)));
    if (request?.provider !== provider || request.expiresAt <= ports.now())
      return refuse({ code: 'openid-failed' });
    const { nonce, codeVerifier } = request;
    const identity = await ports.openIdExpert.finish(provider, returned, { state, nonce, codeVerifier });
    if (!identity) return refuse({ code: 'openid-failed' });
    return ports.work.run((stores) => enter(stores, ports, identity, request, device));
  };

const enter = async (
  stores: Stores,
  ports: FinishOpenIdPorts,
  identity: VouchedIdentity,
  request: OpenIdRequest,
  device: Device,
): Promise<Result<OpenIdFinished, FinishOpenIdRefusal>> => {
  const { issuer, subject, email: vouched, emailVerified } = identity;
  const known = await stores.openId.findIdentity(issuer, subject);
  const person = known && (await stores.accounts.findPerson(known.userId, ports.now()));
  if (person) return open(stores, ports, { person, identity, request, device, isNew: false });
  const email = vouched?.trim().toLowerCase();
  // Whoever can write any address into their profile over there must not come in here by it.
  if (!email || !emailVerified) return refuse({ code: 'openid-address-unverified' });
  if (await stores.accounts.findByEmail(email)) return askToLink(stores, ports, identity, email, request);
  const newcomer = await makeAccount(stores, ports, identity, email, request.provider);
  return newcomer
    ? open(stores, ports, { person: newcomer, identity, request, device, isNew: true })
    : askToLink(stores, ports, identity, email, request);
};

interface Entrance {
  readonly person: Person;
  readonly identity: VouchedIdentity;
  readonly request: OpenIdRequest;
  readonly device: Device;
  readonly isNew: boolean;
}

const open = async (
  stores: Stores,
  ports: FinishOpenIdPorts,
  { person: { userId }, identity, request, device, isNew }: Entrance,
): Promise<Result<OpenIdFinished, FinishOpenIdRefusal>> => {
  const at = ports.now();
  const { returnTo, provider } = request;
  const openId = { provider, idToken: identity.idToken };
  const methods = await methodsOf(stores.factors, userId);
  if (methods.length > 0 && !identity.secondFactor) {
    const { challenge } = await openChallenge(stores, ports, {
      purpose: 'secondFactor',
      userId,
      means: 'openId',
      openId,
      at,
    });
    return accept({ kind: 'secondFactor', challenge, methods, returnTo });
  }
  const means = identity.secondFactor ? 'openIdAndSecondFactor' : 'openId';
  const opened = await openSession(stores, ports, { userId, means, device, openId, at });
  return accept({ kind: 'signedIn', opened, isNew, returnTo });
};

/** As long as one needs to remember a password. */
const LINK_IN_MS = 10 * 60_000;

const askToLink = async (
  { openId }: Stores,
  { newToken, sha256, now }: FinishOpenIdPorts,
  { issuer, subject }: VouchedIdentity,
  email: string,
  { provider, returnTo }: OpenIdRequest,
): Promise<Result<OpenIdFinished, FinishOpenIdRefusal>> => {
  const link = newToken();
  const expiresAt = new Date(now().getTime() + LINK_IN_MS);
  await openId.addLink({ linkHash: sha256(link), issuer, subject, provider, email, expiresAt });
  return accept({ kind: 'link', link, expiresAt, returnTo });
};

/** Undefined when the address has had an account since a moment ago. */
const makeAccount = async (
  stores: Stores,
  ports: FinishOpenIdPorts,
  { issuer, subject, name, siret }: VouchedIdentity,
  email: string,
  provider: string,
): Promise<Person | undefined> => {
  const userId = ports.newId();
  const account = { userId, email, name, language: 'fr' as const, passwordHash: ports.decoyHash };
  if (!(await stores.credentials.add(account))) return undefined;
  await stores.openId.addIdentity({ issuer, subject, provider, email, userId, linkedAt: ports.now() });
  if (siret !== undefined) await askStructure(stores, ports, siret, { userId, email, name });
  return stores.accounts.findPerson(userId, ports.now());
};

/** The provider knows for which organisation one works: its managers are asked, they alone decide. */
const askStructure = async (
  stores: Stores,
  ports: FinishOpenIdPorts,
  text: string,
  newcomer: Pick<Person, 'userId' | 'email' | 'name'>,
): Promise<void> => {
  const siret = parseSiret(text);
  if (!siret.ok) return;
  for (const side of ['publicEntity', 'supplier'] as const) {
    const found = await stores.organisations.findByIdentifier(side, { type: 'SIRET', value: siret.value });
    if (!found?.active) continue;
    await requestToJoinIn(stores, ports, { structureId: found.structureId }, newcomer);
    return;
  }
};
