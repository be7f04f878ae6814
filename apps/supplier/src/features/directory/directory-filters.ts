import { findDepartment } from '@parvis/domain/directory/departments';
import type { PublicEntityKind } from '../../gql/graphql.js';

/** What is asked of the directory, as the address bar holds it: a search can be sent to a colleague. */
export interface DirectoryFilters {
  /** A name, a town, a SIRET or a need. */
  readonly q?: string;
  /** Number of a department. */
  readonly departement?: string;
  readonly type?: EntityType;
}

const kinds = {
  etat: 'STATE',
  collectivite: 'LOCAL_AUTHORITY',
  sante: 'HOSPITAL',
  etablissement: 'PUBLIC_ESTABLISHMENT',
} as const satisfies Record<string, PublicEntityKind>;

export type EntityType = keyof typeof kinds;
export const entityTypes = Object.keys(kinds) as readonly EntityType[];

/** Reads the address bar; what it does not know, it leaves out rather than fail. */
export const readFilters = (search: Record<string, unknown>): DirectoryFilters => {
  const q = textOf(search.q);
  const departement = findDepartment(textOf(search.departement).padStart(2, '0'));
  const type = entityTypes.find((name) => name === search.type);
  return { ...(q !== '' && { q }), ...(departement !== undefined && { departement }), ...(type && { type }) };
};

/** The router reads « 76 » as a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

export const isAsked = ({ q, departement, type }: DirectoryFilters): boolean =>
  q !== undefined || departement !== undefined || type !== undefined;

/** The same question, asked of the gateway. */
export const asQuery = ({ q = '', departement, type }: DirectoryFilters) => ({
  search: q,
  ...(departement !== undefined && { department: departement }),
  ...(type && { kind: kinds[type] }),
});
