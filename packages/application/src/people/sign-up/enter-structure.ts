import type { Person } from '@parvis/domain/access/actor';
import type { Stores } from '../../ports/work.js';
import { type RequestToJoinPorts, requestToJoinIn } from '../requests/request-to-join.js';
import { findStructure } from './find-structure.js';
import type { NewStructure, SignUpTarget } from './sign-up-store.js';

/** How a new account stands to the structure it came for. */
export type EnteredStructure =
  /** The person is its main manager. */
  | { readonly kind: 'created'; readonly structureId: string; readonly structureName: string }
  /** Its managers were asked. */
  | { readonly kind: 'requested'; readonly structureId: string; readonly structureName: string }
  /** Since the sign-up began, the structure was closed or went to a public entity. */
  | { readonly kind: 'nowhere' };

type Newcomer = Pick<Person, 'userId' | 'name' | 'email'>;

/** A new structure has its first manager; of two who register one at once, the second asks the first. */
export const enterStructure = async (
  stores: Stores,
  ports: RequestToJoinPorts,
  target: SignUpTarget,
  newcomer: Newcomer,
): Promise<EnteredStructure> => {
  if (target.kind === 'decoy') return { kind: 'nowhere' };
  if (target.kind === 'join') return ask(stores, ports, target.structureId, newcomer);
  const { identifier } = target.structure;
  const found = await findStructure(stores, 'supplier', identifier);
  if (found.kind === 'new') {
    const created = await create(stores, ports, target.structure, newcomer);
    if (created) return created;
  }
  const other =
    found.kind === 'existing'
      ? found.organisation
      : await stores.organisations.findByIdentifier('supplier', identifier);
  return other?.active ? ask(stores, ports, other.structureId, newcomer) : { kind: 'nowhere' };
};

const ask = async (
  stores: Stores,
  ports: RequestToJoinPorts,
  structureId: string,
  newcomer: Newcomer,
): Promise<EnteredStructure> => {
  const asked = await requestToJoinIn(stores, ports, { structureId }, newcomer);
  const structure = await stores.memberships.structure(structureId);
  if (!asked.ok || !structure) return { kind: 'nowhere' };
  return { kind: 'requested', structureId, structureName: structure.name };
};

/** Undefined when somebody was quicker. */
const create = async (
  stores: Stores,
  { newId, now }: RequestToJoinPorts,
  { identifier, name, address }: NewStructure,
  { userId, name: byName }: Newcomer,
): Promise<EnteredStructure | undefined> => {
  const structureId = newId();
  const at = now();
  const added = await stores.organisations.add({
    structureId,
    side: 'supplier',
    identifier,
    kind: identifier.type === 'PARTICULIER' ? 'person' : 'privateCompany',
    name,
    address,
    active: true,
    createdAt: at,
  });
  if (!added) return undefined;
  await stores.memberships.add({ userId, structureId, role: 'mainManager', grants: [] });
  await stores.accessTrace.record({
    structureId,
    at,
    byUserId: userId,
    byName,
    act: 'structure.registered',
    subject: name,
    details: { identifier: identifier.value, role: 'mainManager' },
  });
  return { kind: 'created', structureId, structureName: name };
};
