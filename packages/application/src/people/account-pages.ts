import type { Side } from '@parvis/domain/access/actor';

const apps: Readonly<Record<Side, string>> = { supplier: 'fournisseur', publicEntity: 'administration' };

/** The pages of accounts that stand in mails. */
const places = {
  home: '',
  account: 'compte',
  confirmSignUp: 'inscription/confirmer',
  forgottenPassword: 'mot-de-passe-oublie',
  newPassword: 'mot-de-passe-oublie/nouveau',
  newEmail: 'adresse/confirmer',
} as const;

/** A secret stands behind the `#`: browsers send it to no server, and no log sees it. */
export const accountPage = (
  publicUrl: string,
  side: Side,
  page: keyof typeof places,
  secret?: string,
): string =>
  `${publicUrl.replace(/\/$/, '')}/${apps[side]}/${places[page]}${secret === undefined ? '' : `#${secret}`}`;
