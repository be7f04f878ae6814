import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** Takes a row out of its table; of two transactions that want it, one gets it. */
export const takeRow = async <Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
): Promise<Row | undefined> => {
  const found = await manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  if (!found) return undefined;
  await manager.delete(entity, where);
  return found;
};
