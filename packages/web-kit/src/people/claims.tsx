import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { OwnershipClaimsDocument } from '../gql/graphql.js';
import { ClaimCard } from './claim-card.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

export interface ClaimsProps {
  readonly structureId: string;
  readonly mayObject: boolean;
}

/** Claims to the management of the structure that are open; nothing is shown when none is. */
export function Claims({ structureId, mayObject }: ClaimsProps): ReactNode {
  const say = usePeopleWords();
  const { data, refetch } = useQuery(OwnershipClaimsDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  const open = data?.ownershipClaims.filter(({ state }) => state === 'WAITING' || state === 'GRANTED') ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-label={say('claims')} className={classes.list}>
      {open.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} mayObject={mayObject} onDone={() => void refetch()} />
      ))}
    </section>
  );
}
