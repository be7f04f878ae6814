import type { PostalAddress } from './structure-facts.js';

/** The Corsican post codes of the south; the others of the island are of the north. */
const SOUTHERN_CORSICA = /^20[019]/;
const OVERSEAS = /^9[78]\d/;

/**
 * The number of the French department of a post code: two digits, 2A or 2B, three digits overseas. Undefined abroad and
 * for a code that is none.
 */
export const departmentOf = ({
  country,
  postCode,
}: Pick<PostalAddress, 'country' | 'postCode'>): string | undefined => {
  const code = postCode?.replaceAll(/\s/g, '') ?? '';
  if (country !== 'FR' || !/^\d{5}$/.test(code) || code.startsWith('00')) return undefined;
  if (code.startsWith('20')) return SOUTHERN_CORSICA.test(code) ? '2A' : '2B';
  return OVERSEAS.test(code) ? code.slice(0, 3) : code.slice(0, 2);
};
