import type { Role } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';

/** Only a main manager appoints managers; the role somebody has can always be left as it is. */
export const rolesToGive = ({ rights }: ViewerMembership, present: Role = 'USER'): Role[] => {
  const all: readonly Role[] = ['USER', 'DEPUTY_MANAGER', 'MAIN_MANAGER'];
  return rights.includes('PERSON_APPOINT')
    ? [...all]
    : all.filter((role) => role === 'USER' || role === present);
};
