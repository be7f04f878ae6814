import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import { endingMail } from '../../mandates/mandate-mail.js';
import { tellManagers } from '../../mandates/tell-both-sides.js';
import type { Stores } from '../../ports/work.js';
import { settleClaim } from '../claims/decide-claim.js';
import { settleResets } from '../factor-resets/settle-reset.js';
import type { PeoplePorts } from '../members/change-member.js';
import type { Member } from '../membership-store.js';
import { remindManagersOf } from '../requests/own-requests.js';
import { expiredMail } from '../requests/request-mail.js';
import { REQUEST_IN_MS } from '../requests/request-to-join.js';
import { memberEndingMail } from './member-ending-mail.js';

const DAY_IN_MS = 86_400_000;
/** After so many days, and until the next step: a reminder that could not go out in time is not sent late. */
const REMINDERS = [
  { days: 3, until: 7 },
  { days: 7, until: 14 },
] as const;
const MANDATE_WARNING_DAYS = [30, 7, 1] as const;
const MEMBER_WARNING_DAYS = 7;

export type MakePeopleRound = () => Promise<void>;

/**
 * What time alone brings about: warnings before rights and mandates end, reminders of requests nobody answers, requests
 * that expire, claims that take effect, second factors that go. Made any number of times, in any number of processes, each thing happens once.
 */
export const makePeopleRound =
  (ports: PeoplePorts): MakePeopleRound =>
  async () => {
    const at = ports.now();
    await ports.work.run((stores) => warnOfEndings(stores, ports, at));
    await ports.work.run((stores) => warnOfMandates(stores, ports, at));
    await ports.work.run((stores) => minuteRequests(stores, ports, at));
    const due = await ports.work.run(({ claims }) => claims.dueAt(at));
    for (const claim of due) await ports.work.run((stores) => settleClaim(stores, ports, claim, at));
    await settleResets(ports, at);
  };

const inDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_IN_MS);

const warnOfEndings = async (stores: Stores, ports: PeoplePorts, at: Date): Promise<void> => {
  for (const member of await stores.memberships.endingBetween(at, inDays(at, MEMBER_WARNING_DAYS))) {
    const end = firstEnd(member, at);
    if (!end) continue;
    const key = `membership ${member.structureId} ${member.userId} ${end.toISOString()}`;
    if (await stores.warnings.note(key, at)) await tellOfEnding(stores, ports, member, end, at);
  }
};

const firstEnd = ({ until, grants }: Member, at: Date): Date | undefined =>
  [until, ...grants.map((grant) => grant.until)]
    .filter((end) => end !== undefined && end >= at)
    .sort((one, other) => (one?.getTime() ?? 0) - (other?.getTime() ?? 0))[0];

const tellOfEnding = async (
  stores: Stores,
  { newId, publicUrl }: PeoplePorts,
  member: Member,
  end: Date,
  at: Date,
): Promise<void> => {
  const structure = await stores.memberships.structure(member.structureId);
  if (!structure) return;
  const page = pageAddress(publicUrl, structure.side, 'people');
  const told = { name: member.name, structureName: structure.name, end, page };
  const managers = await stores.memberships.managersOf(member.structureId, at);
  const people = [member, ...managers.filter(({ userId }) => userId !== member.userId)];
  for (const { email, language, userId } of people) {
    const text = memberEndingMail(told, userId === member.userId, language);
    await postMail(stores, newId, { to: email, ...text });
  }
};

const warnOfMandates = async (stores: Stores, ports: PeoplePorts, at: Date): Promise<void> => {
  const furthest = Math.max(...MANDATE_WARNING_DAYS);
  for (const mandate of await stores.mandates.endingBetween(
    at,
    new Date(inDays(at, furthest).getTime() + 1),
  )) {
    const left = (mandate.endsAt.getTime() - at.getTime()) / DAY_IN_MS;
    // The nearest step only: a mandate of five days is not warned of as one of thirty.
    const days = MANDATE_WARNING_DAYS.filter((step) => left <= step).at(-1);
    if (!(await stores.warnings.note(`mandate ${mandate.id} ${days} days`, at))) continue;
    for (const structureId of [mandate.clientId, mandate.holderId])
      await tellManagers(stores, ports, structureId, at, (page, language) =>
        endingMail({ ...mandate, page }, language),
      );
  }
};

const minuteRequests = async (stores: Stores, ports: PeoplePorts, at: Date): Promise<void> => {
  const expired = await stores.joinRequests.waitingAsked(new Date(0), new Date(at.getTime() - REQUEST_IN_MS));
  for (const request of expired) await expire(stores, ports, request, at);
  for (const { days, until } of REMINDERS)
    for (const request of await stores.joinRequests.waitingAsked(inDays(at, -until), inDays(at, -days)))
      if (await stores.warnings.note(`request ${request.id} ${days} days`, at))
        await remindManagersOf(stores, ports, request, at);
};

const expire = async (
  stores: Stores,
  { newId, publicUrl }: PeoplePorts,
  { structureId, id }: { readonly structureId: string; readonly id: string },
  at: Date,
): Promise<void> => {
  const request = await stores.joinRequests.findForChange(structureId, id);
  if (request?.state !== 'waiting') return;
  await stores.joinRequests.save({ ...request, state: 'expired', decidedAt: at });
  await stores.accessTrace.record({
    structureId,
    at,
    byUserId: null,
    byName: 'Parvis',
    act: 'joinRequest.expired',
    subject: request.name,
    details: { requestId: id },
  });
  const structure = await stores.memberships.structure(structureId);
  const account = await stores.accounts.findByEmail(request.email);
  const page = pageAddress(publicUrl, structure?.side ?? 'supplier', 'requests');
  const text = expiredMail({ structureName: request.structureName, page }, account?.language ?? 'fr');
  await postMail(stores, newId, { to: request.email, ...text });
};
