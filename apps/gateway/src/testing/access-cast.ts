import type {
  Grant,
  Membership,
  Person,
  Principal,
  Role,
  Side,
  TechnicalAccount,
} from '@parvis/domain/access/actor';
import { spacesOf } from '@parvis/domain/access/spaces';

const everything = (side: Side, level: Grant['level']): Grant[] =>
  spacesOf(side).map((space) => ({ space, level }));

const held = (side: Side, role: Role, grants: readonly Grant[] = []): Membership => ({
  structureId: `a ${side}`,
  structureName: 'Structure',
  side,
  role,
  grants,
});

const person = (membership: Membership): Person => ({
  kind: 'person',
  userId: 'u1',
  name: 'Camille Renard',
  email: 'camille@exemple.invalid',
  memberships: [membership],
});

const program = (side: Side): TechnicalAccount => ({
  kind: 'technicalAccount',
  userId: 't1',
  name: 'Programme',
  keyId: 'k1',
  memberships: [held(side, 'user', everything(side, 'full'))],
});

const mandate = { mandateId: 'm1', holderId: 'cabinet', holderName: 'Cabinet' };

/** Whoever may stand at the door: each role on each side, with all it can be given. Undefined: a stranger. */
export const accessCast: Readonly<Record<string, Principal | undefined>> = {
  stranger: undefined,
  's.main': person(held('supplier', 'mainManager')),
  's.deputy': person(held('supplier', 'deputyManager')),
  's.full': person(held('supplier', 'user', everything('supplier', 'full'))),
  's.read': person(held('supplier', 'user', everything('supplier', 'read'))),
  's.none': person(held('supplier', 'user')),
  's.mandate': person({ ...held('supplier', 'user', everything('supplier', 'full')), mandate }),
  's.program': program('supplier'),
  'p.main': person(held('publicEntity', 'mainManager')),
  'p.deputy': person(held('publicEntity', 'deputyManager')),
  'p.full': person(held('publicEntity', 'user', everything('publicEntity', 'full'))),
  'p.read': person(held('publicEntity', 'user', everything('publicEntity', 'read'))),
  'p.none': person(held('publicEntity', 'user')),
  'p.program': program('publicEntity'),
};
