import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import type { JoinRequest } from '../join-requests.js';
import { MAXIMUM_TEXT, type PeopleRefusal } from '../refusals.js';
import { throttleTelling } from '../throttle-telling.js';
import { requestMail } from './request-mail.js';

export interface RequestToJoinPorts {
  readonly newId: NewId;
  readonly now: Clock;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

export interface RequestToJoinCommand {
  readonly structureId: string;
  /** What the managers read; 500 characters at most. */
  readonly message?: string;
}

export type RequestToJoin = (
  command: RequestToJoinCommand,
  person: Person,
) => Promise<Result<JoinRequest, PeopleRefusal>>;

/** For how long a request waits for an answer. */
export const REQUEST_IN_MS = 60 * 86_400_000;

/** A person asks to belong to a structure: its managers get a mail and decide. */
export const makeRequestToJoin =
  ({ work, ...ports }: RequestToJoinPorts & { readonly work: Work }): RequestToJoin =>
  (command, person) =>
    work.run((stores) => requestToJoinIn(stores, ports, command, person));

/** The same inside a unit of work that does more: signing up. A refusal has stored nothing. */
export const requestToJoinIn = async (
  stores: Stores,
  { newId, now, publicUrl }: RequestToJoinPorts,
  { structureId, message = '' }: RequestToJoinCommand,
  person: Pick<Person, 'userId' | 'name' | 'email'>,
): Promise<Result<JoinRequest, PeopleRefusal>> => {
  if (message.length > MAXIMUM_TEXT)
    return refuse({ code: 'form-faulty', faults: [{ field: 'message', code: 'too-long' }] });
  const structure = await stores.memberships.structure(structureId);
  if (!structure) return refuse({ code: 'structure-not-found' });
  await stores.memberships.lockPeopleOf(structureId);
  const askedAt = now();
  const held = await stores.memberships.find(person.userId, structureId);
  if (held && (held.until === undefined || held.until > askedAt)) return refuse({ code: 'already-member' });
  if (await stores.joinRequests.findOpen(person.userId, structureId)) return refuse({ code: 'request-open' });
  const telling = { what: 'request to join', from: person.userId, to: structureId };
  const heard = await throttleTelling(stores, telling, askedAt);
  if (!heard.ok) return heard;
  const text = message.trim();
  const request: JoinRequest = {
    id: newId(),
    structureId,
    userId: person.userId,
    state: 'waiting',
    ...(text ? { message: text } : {}),
    askedAt,
    expiresAt: new Date(askedAt.getTime() + REQUEST_IN_MS),
  };
  await stores.joinRequests.add(request);
  const page = pageAddress(publicUrl, structure.side, 'requests');
  const { name, email } = person;
  for (const manager of await stores.memberships.managersOf(structureId, askedAt)) {
    const asked = { name, email, structureName: structure.name, page, ...(text ? { message: text } : {}) };
    await postMail(stores, newId, { to: manager.email, ...requestMail(asked, manager.language) });
  }
  await stores.accessTrace.record({
    structureId,
    at: askedAt,
    byUserId: person.userId,
    byName: name,
    act: 'joinRequest.made',
    subject: name,
    details: { requestId: request.id },
    ...(text ? { reason: text } : {}),
  });
  return accept(request);
};
