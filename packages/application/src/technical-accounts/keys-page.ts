import type { Side } from '@parvis/domain/access/actor';

const places: Readonly<Record<Side, string>> = {
  supplier: 'fournisseur/acces-api',
  publicEntity: 'administration/organisation/acces-api',
};

/** Where people of this side look after their keys. */
export const keysPage = (publicUrl: string, side: Side): string => `${publicUrl}/${places[side]}`;
