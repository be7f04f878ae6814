import type { ClaimShown, ClaimStore, OwnershipClaim } from '@parvis/application/people/claims/claim-store';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { OwnershipClaimEntity } from '../entities/ownership-claim.entity.js';
import { OwnershipClaimVoteEntity } from '../entities/ownership-claim-vote.entity.js';
import { PersonEntity } from '../entities/person.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { isUuid } from '../is-uuid.js';
import { withoutNulls } from '../without-nulls.js';

export const claimStore = (manager: EntityManager): ClaimStore => ({
  add: async (claim) => {
    await manager.insert(OwnershipClaimEntity, toRow(claim));
  },
  find: async (structureId, id) => {
    if (!isUuid(structureId) || !isUuid(id)) return undefined;
    return (await shown(manager, select(manager).where({ structureId, id })))[0];
  },
  findForChange: async (structureId, id) => {
    if (!isUuid(structureId) || !isUuid(id)) return undefined;
    const query = select(manager).where({ structureId, id }).setLock('pessimistic_write');
    return (await shown(manager, query))[0];
  },
  save: async (claim) => {
    const { structureId, id, state, effectiveAt, closedAt, reason } = toRow(claim);
    await manager.update(OwnershipClaimEntity, { structureId, id }, { state, effectiveAt, closedAt, reason });
  },
  addVote: async (structureId, claimId, vote) => {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(OwnershipClaimVoteEntity)
      .values({ structureId, claimId, ...vote })
      .orIgnore()
      .returning('by_user_id')
      .execute();
    return (raw as unknown[]).length === 1;
  },
  ofStructure: async (structureId) => {
    if (!isUuid(structureId)) return [];
    const query = select(manager)
      .where({ structureId })
      .orderBy("claim.state IN ('waiting', 'granted')", 'DESC')
      .addOrderBy('claim.claimedAt', 'DESC')
      .limit(20);
    return shown(manager, query);
  },
  ofUser: (userId) =>
    shown(manager, select(manager).where({ userId }).orderBy('claim.claimedAt', 'DESC').limit(20)),
  waiting: () =>
    shown(manager, select(manager).where({ state: 'waiting' }).orderBy('claim.claimedAt').limit(50)),
  dueAt: (moment) =>
    shown(
      manager,
      select(manager).where("claim.state = 'granted' AND claim.effectiveAt <= :moment", { moment }).limit(50),
    ),
});

const select = (manager: EntityManager): SelectQueryBuilder<OwnershipClaimEntity> =>
  manager.createQueryBuilder(OwnershipClaimEntity, 'claim');

const toRow = (claim: OwnershipClaim): OwnershipClaimEntity => ({
  structureId: claim.structureId,
  id: claim.id,
  userId: claim.userId,
  state: claim.state,
  explanation: claim.explanation,
  proofSha256: claim.proof.sha256,
  proofFileName: claim.proof.fileName,
  proofMediaType: claim.proof.mediaType,
  proofSize: claim.proof.size,
  claimedAt: claim.claimedAt,
  effectiveAt: claim.effectiveAt ?? null,
  closedAt: claim.closedAt ?? null,
  reason: claim.reason ?? null,
});

const shown = async (
  manager: EntityManager,
  query: SelectQueryBuilder<OwnershipClaimEntity>,
): Promise<ClaimShown[]> => {
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const people = await manager.findBy(PersonEntity, { userId: In(rows.map(({ userId }) => userId)) });
  const structures = await manager.findBy(StructureEntity, {
    structureId: In(rows.map(({ structureId }) => structureId)),
  });
  const votes = await manager.find(OwnershipClaimVoteEntity, {
    where: { claimId: In(rows.map(({ id }) => id)) },
    order: { votedAt: 'ASC' },
  });
  return rows.map((row) => ({
    ...toClaim(row),
    name: people.find(({ userId }) => userId === row.userId)?.name ?? '',
    email: people.find(({ userId }) => userId === row.userId)?.email ?? '',
    structureName: structures.find(({ structureId }) => structureId === row.structureId)?.name ?? '',
    votes: votes
      .filter(({ claimId }) => claimId === row.id)
      .map(({ structureId: _structure, claimId: _claim, ...vote }) => vote),
  }));
};

const toClaim = ({
  proofSha256,
  proofFileName,
  proofMediaType,
  proofSize,
  ...row
}: OwnershipClaimEntity): OwnershipClaim => ({
  ...withoutNulls(row),
  proof: { sha256: proofSha256, fileName: proofFileName, mediaType: proofMediaType, size: proofSize },
});
