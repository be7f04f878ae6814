import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ProofProvider } from '../account/proof.js';
import {
  type FactorResetPartsFragment,
  FactorResetsDocument,
  FactorResetsToDecideDocument,
} from '../gql/graphql.js';
import classes from '../people/people.module.css';
import { ResetCard } from './reset-card.js';
import { useResetWords } from './words.js';

/** Open requests of a structure's people; nothing is shown when there is none, or to others than its managers. */
export function FactorResets({ structureId }: { readonly structureId: string }): ReactNode {
  const { data, refetch } = useQuery(FactorResetsDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  return <Cards resets={data?.factorResets ?? []} onDone={() => void refetch()} />;
}

/** Those for which managers are missing, for whoever runs the platform. */
export function FactorResetsToDecide(): ReactNode {
  const { data, refetch } = useQuery(FactorResetsToDecideDocument, { fetchPolicy: 'cache-and-network' });
  return <Cards resets={data?.factorResetsToDecide ?? []} onDone={() => void refetch()} />;
}

interface CardsProps {
  readonly resets: readonly FactorResetPartsFragment[];
  readonly onDone: () => void;
}

function Cards({ resets, onDone }: CardsProps): ReactNode {
  const say = useResetWords();
  if (resets.length === 0) return null;
  return (
    <ProofProvider>
      <section aria-label={say('list')} className={classes.list}>
        {resets.map((reset) => (
          <ResetCard key={reset.id} reset={reset} onDone={onDone} />
        ))}
      </section>
    </ProofProvider>
  );
}
