import type { Side } from '@parvis/domain/access/actor';

const apps: Readonly<Record<Side, string>> = { supplier: 'fournisseur', publicEntity: 'administration' };

type Page = 'personnes' | 'demandes' | 'mandats';

/** Where a page of an organisation is found; it stands in mails. */
export const organisationPage = (publicUrl: string, side: Side, page: Page): string =>
  `${publicUrl.replace(/\/$/, '')}/${apps[side]}/organisation/${page}`;

/** The token stands behind the `#`: browsers keep it from servers, logs and other sites. */
export const invitationPage = (publicUrl: string, side: Side, token: string): string =>
  `${publicUrl.replace(/\/$/, '')}/${apps[side]}/invitation#${encodeURIComponent(token)}`;

/** Where a structure is shown to its own people. */
export const ownStructurePage = (publicUrl: string, side: Side): string =>
  `${publicUrl.replace(/\/$/, '')}/${apps[side]}/organisation`;
