import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Stores, Work } from '../../ports/work.js';
import type { JoinRequestShown } from '../join-requests.js';
import type { PeoplePorts } from '../members/change-member.js';
import type { PeopleRefusal } from '../refusals.js';
import { reminderMail } from './request-mail.js';

const DAY_IN_MS = 86_400_000;

export type ListOwnRequests = (person: Person) => Promise<JoinRequestShown[]>;

/** What the person has asked for, newest first. */
export const makeListOwnRequests =
  ({ work }: { readonly work: Work }): ListOwnRequests =>
  (person) =>
    work.run(({ joinRequests }) => joinRequests.ofUser(person.userId));

interface OwnRequest {
  readonly structureId: string;
  readonly requestId: string;
}

export type ActOnOwnRequest = (
  command: OwnRequest,
  person: Person,
) => Promise<Result<JoinRequestShown, PeopleRefusal>>;

/** The person takes the request back. */
export const makeWithdrawRequest =
  ({ work, now }: Pick<PeoplePorts, 'work' | 'now'>): ActOnOwnRequest =>
  (command, person) =>
    work.run(async (stores) => {
      const found = await findOwnWaiting(stores, command, person);
      if (!found.ok) return found;
      const withdrawn = { ...found.value, state: 'withdrawn', decidedAt: now() } as const;
      await stores.joinRequests.save(withdrawn);
      await stores.accessTrace.record({
        structureId: command.structureId,
        at: now(),
        byUserId: person.userId,
        byName: person.name,
        act: 'joinRequest.withdrawn',
        subject: person.name,
        details: { requestId: command.requestId },
      });
      return accept(withdrawn);
    });

/** The managers get the request by mail again; once a day at most. */
export const makeRemindManagers =
  ({ work, now, newId, publicUrl }: PeoplePorts): ActOnOwnRequest =>
  (command, person) =>
    work.run(async (stores) => {
      const found = await findOwnWaiting(stores, command, person);
      if (!found.ok) return found;
      const at = now();
      const { askedAt, remindedAt = askedAt } = found.value;
      const retryAt = new Date(remindedAt.getTime() + DAY_IN_MS);
      if (at < retryAt) return refuse({ code: 'reminded-already', retryAt });
      const reminded = { ...found.value, remindedAt: at };
      await stores.joinRequests.save(reminded);
      await remindManagersOf(stores, { newId, publicUrl }, reminded, at);
      return accept(reminded);
    });

const findOwnWaiting = async (
  { joinRequests }: Stores,
  { structureId, requestId }: OwnRequest,
  { userId }: Person,
): Promise<Result<JoinRequestShown, PeopleRefusal>> => {
  const request = await joinRequests.findForChange(structureId, requestId);
  if (!request || request.userId !== userId) return refuse({ code: 'request-not-found' });
  return request.state === 'waiting' ? accept(request) : refuse({ code: 'request-closed' });
};

/** Also by the platform itself, after three days and after seven. */
export const remindManagersOf = async (
  stores: Stores,
  { newId, publicUrl }: Pick<PeoplePorts, 'newId' | 'publicUrl'>,
  request: JoinRequestShown,
  at: Date,
): Promise<void> => {
  const structure = await stores.memberships.structure(request.structureId);
  if (!structure) return;
  const page = pageAddress(publicUrl, structure.side, 'requests');
  const days = Math.floor((at.getTime() - request.askedAt.getTime()) / DAY_IN_MS);
  for (const { email, language } of await stores.memberships.managersOf(request.structureId, at))
    await postMail(stores, newId, { to: email, ...reminderMail({ ...request, page }, days, language) });
};
