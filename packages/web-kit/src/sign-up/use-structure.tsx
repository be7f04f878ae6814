import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import {
  type IdentifierType,
  type Side,
  StructureForSignUpDocument,
  type StructureForSignUpQuery,
} from '../gql/graphql.js';

export interface FoundStructure {
  readonly loading: boolean;
  readonly found: StructureForSignUpQuery['structureForSignUp'] | undefined;
}

const PAUSE_MS = 600;

/** Asks what will come of a SIRET as soon as it has its 14 digits, and of other identifiers once typing has paused. */
export const useStructure = (side: Side, identifierType: IdentifierType, typed: string): FoundStructure => {
  const paused = usePaused(typed);
  const isSiret = identifierType === 'SIRET';
  const identifier = isSiret ? typed.replaceAll(/\D/g, '') : paused.trim();
  const whole = isSiret ? identifier.length === 14 : identifier.length > 4;
  const { data, loading } = useQuery(StructureForSignUpDocument, {
    variables: { side, identifierType, identifier },
    skip: !whole,
    fetchPolicy: 'cache-first',
  });
  return { loading: whole && loading, found: whole && !loading ? data?.structureForSignUp : undefined };
};

const usePaused = (typed: string): string => {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
};
