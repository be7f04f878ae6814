import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { isAttachable } from '../../documents/file-kinds.js';
import { MAXIMUM_ATTACHMENT_BYTES } from '../../documents/limits.js';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Stores } from '../../ports/work.js';
import type { PeoplePorts } from '../members/change-member.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import { throttleTelling } from '../throttle-telling.js';
import { isPresent } from './claim-deciders.js';
import { claimMadeMail } from './claim-mail.js';
import type { OwnershipClaim } from './claim-store.js';

export interface ClaimOwnershipCommand {
  readonly structureId: string;
  /** Why the managers cannot be reached, and by what right the person takes over. */
  readonly explanation: string;
  /** A file sent before: the proof. */
  readonly uploadId: string;
}

export type ClaimOwnership = (
  command: ClaimOwnershipCommand,
  person: Person,
) => Promise<Result<OwnershipClaim, PeopleRefusal>>;

const UNANSWERED_IN_MS = 15 * 86_400_000;

/** Somebody claims the management of a structure whose managers are gone; two others will decide on the proof. */
export const makeClaimOwnership =
  (ports: PeoplePorts): ClaimOwnership =>
  async ({ structureId, explanation, uploadId }, person) => {
    const faults = requiredText('explanation', explanation);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const structure = await stores.memberships.structure(structureId);
      if (!structure) return refuse({ code: 'structure-not-found' });
      await stores.memberships.lockPeopleOf(structureId);
      const claimableAt = await whenClaimable(stores, structureId, person, at);
      if (claimableAt !== undefined && claimableAt > at)
        return refuse({ code: 'claim-too-early', claimableAt });
      const open = (await stores.claims.ofStructure(structureId)).some(({ state }) => isOpen(state));
      if (open) return refuse({ code: 'claim-open' });
      const proof = await stores.uploads.find(uploadId, person.userId);
      if (
        !proof ||
        proof.size === 0 ||
        proof.size > MAXIMUM_ATTACHMENT_BYTES ||
        !isAttachable(proof.fileName)
      )
        return refuse({ code: 'proof-refused' });
      const telling = { what: 'claim', from: person.userId, to: structureId };
      const heard = await throttleTelling(stores, telling, at);
      if (!heard.ok) return heard;
      const { sha256, fileName, mediaType, size } = proof;
      const claim: OwnershipClaim = {
        id: ports.newId(),
        structureId,
        userId: person.userId,
        state: 'waiting',
        explanation: explanation.trim(),
        proof: { sha256, fileName, mediaType, size },
        claimedAt: at,
      };
      await stores.claims.add(claim);
      await stores.accessTrace.record({
        structureId,
        at,
        byUserId: person.userId,
        byName: person.name,
        act: 'claim.made',
        subject: person.name,
        details: { claimId: claim.id, proofSha256: sha256, proofFileName: fileName },
        reason: claim.explanation,
      });
      const page = pageAddress(ports.publicUrl, structure.side, 'requests');
      const told = { name: person.name, structureName: structure.name, page };
      for (const { email, language, userId } of await stores.memberships.managersOf(structureId, at))
        if (userId !== person.userId)
          await postMail(stores, ports.newId, { to: email, ...claimMadeMail(told, language) });
      return accept(claim);
    });
  };

export const isOpen = (state: OwnershipClaim['state']): boolean => state === 'waiting' || state === 'granted';

/** At once where no main manager is there any more; else 15 days after a request that nobody answers. */
const whenClaimable = async (
  { memberships, joinRequests }: Stores,
  structureId: string,
  { userId }: Person,
  at: Date,
): Promise<Date | undefined> => {
  const managers = (await memberships.managersOf(structureId, at)).filter(
    (manager) => manager.userId !== userId,
  );
  if (!managers.some(({ role }) => role === 'mainManager')) return undefined;
  if (!managers.some((manager) => isPresent(manager, at))) return undefined;
  const request = await joinRequests.findOpen(userId, structureId);
  return new Date((request?.askedAt ?? at).getTime() + UNANSWERED_IN_MS);
};
