import { useQuery } from '@apollo/client/react';
import { type Side, StructureForSignUpDocument, type StructureForSignUpQuery } from '../gql/graphql.js';

export interface FoundStructure {
  readonly loading: boolean;
  readonly found: StructureForSignUpQuery['structureForSignUp'] | undefined;
}

/** Asks what will come of a SIRET as soon as it has its 14 digits. */
export const useStructure = (side: Side, typed: string): FoundStructure => {
  const identifier = typed.replaceAll(/\D/g, '');
  const whole = identifier.length === 14;
  const { data, loading } = useQuery(StructureForSignUpDocument, {
    variables: { side, identifier },
    skip: !whole,
    fetchPolicy: 'cache-first',
  });
  return { loading: whole && loading, found: whole && !loading ? data?.structureForSignUp : undefined };
};
