import { rightsOf } from '@parvis/domain/access/rights';
import type { Member, StructureAccess } from '../people/membership-store.js';
import type { Stores } from '../ports/work.js';

const PAGE = 200;

/** The entity's own people who may operate its connections at that moment. */
export const operatorsOf = async (
  { memberships }: Pick<Stores, 'memberships'>,
  structure: StructureAccess,
  at: Date,
): Promise<readonly Member[]> => {
  const operators: Member[] = [];
  let after: string | undefined;
  do {
    const window = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await memberships.membersOf(structure.structureId, window);
    operators.push(...page.members.filter((member) => operates(member, structure, at)));
    after = page.next;
  } while (after !== undefined);
  return operators;
};

const operates = (
  { role, grants, until }: Member,
  { structureId, name, side }: StructureAccess,
  at: Date,
): boolean =>
  holdsAt(until, at) &&
  rightsOf({
    ...{ structureId, structureName: name, side, role },
    grants: grants.filter((grant) => holdsAt(grant.until, at)),
  }).includes('connector:operate');

const holdsAt = (until: Date | undefined, at: Date): boolean => until === undefined || until > at;
