import type { Side } from '@parvis/domain/access/actor';

const apps: Readonly<Record<Side, string>> = { supplier: 'fournisseur', publicEntity: 'administration' };

/** The pages that stand in mails, under the app of each side. The apps' own `paths.ts` serve the same ones. */
const places = {
  home: '',
  account: 'compte',
  confirmSignUp: 'inscription/confirmer',
  forgottenPassword: 'mot-de-passe-oublie',
  newPassword: 'mot-de-passe-oublie/nouveau',
  newEmail: 'adresse/confirmer',
  invitation: 'invitation',
  ownStructure: 'organisation',
  people: 'organisation/personnes',
  requests: 'organisation/demandes',
  mandates: 'organisation/mandats',
  connections: 'connecteurs',
  keys: { supplier: 'acces-api', publicEntity: 'organisation/acces-api' },
} as const satisfies Readonly<Record<string, string | Readonly<Record<Side, string>>>>;

/** A secret stands behind the `#`: browsers send it to no server, and no log sees it. */
export const pageAddress = (
  publicUrl: string,
  side: Side,
  page: keyof typeof places,
  secret?: string,
): string => {
  const place = places[page];
  const path = typeof place === 'string' ? place : place[side];
  const address = `${publicUrl.replace(/\/$/, '')}/${apps[side]}/${path}`;
  return secret === undefined ? address : `${address}#${encodeURIComponent(secret)}`;
};
