import type { Side } from '@parvis/domain/access/actor';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { Organisation } from '../../organisation/organisation.js';
import type { Stores } from '../../ports/work.js';

/** What stands behind the identifier that somebody signs up with. */
export type FoundStructure =
  | { readonly kind: 'existing'; readonly organisation: Organisation }
  /** No longer active: nobody can join it. */
  | { readonly kind: 'closed'; readonly organisation: Organisation }
  /** A supplier nobody has registered. */
  | { readonly kind: 'new' }
  /** Somebody who wants to sell under the number of a public entity. */
  | { readonly kind: 'ofPublicEntity'; readonly organisation: Organisation }
  /** A public entity that the directory does not know: no stranger adds one. */
  | { readonly kind: 'unknownEntity' };

/**
 * Also under an identifier the structure has left. One supplier for each SIREN: whoever comes with another establishment
 * of a registered one asks its people, rather than act for it beside them.
 */
export const findStructure = async (
  { organisations }: Pick<Stores, 'organisations'>,
  side: Side,
  identifier: StructureIdentifier,
): Promise<FoundStructure> => {
  const found = await findBearer({ organisations }, side, identifier);
  if (found) return { kind: found.active ? 'existing' : 'closed', organisation: found };
  if (side === 'publicEntity') return { kind: 'unknownEntity' };
  if (identifier.type !== 'SIRET') return { kind: 'new' };
  const sameSiren = await organisations.findBySiren(identifier.value.slice(0, 9));
  const entity = sameSiren.find((one) => one.side === 'publicEntity');
  if (entity) return { kind: 'ofPublicEntity', organisation: entity };
  const supplier = sameSiren.find((one) => one.side === 'supplier' && one.active);
  return supplier ? { kind: 'existing', organisation: supplier } : { kind: 'new' };
};

/** Whoever has the identifier, else whoever had it last. */
export const findBearer = async (
  { organisations }: Pick<Stores, 'organisations'>,
  side: Side,
  identifier: StructureIdentifier,
): Promise<Organisation | undefined> => {
  const former = await organisations.findFormer(side, identifier);
  return (
    (await organisations.findByIdentifier(side, identifier)) ??
    (former && (await organisations.find(former.structureId)))
  );
};
