import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { FactorMethod } from '../gql/graphql.js';
import { ProofDialog } from './proof-dialog.js';

/** What any act on the protection of an account may answer. */
interface MayNeedProof {
  readonly __typename: string;
  readonly code?: string;
  readonly methods?: readonly FactorMethod[] | null;
}

/**
 * Does an act; when the gateway asks for a recent proof, asks the person for it and does the act again. Undefined when the
 * person would rather not, or nothing came back.
 */
export type WithProof = <Answer extends MayNeedProof>(
  act: () => Promise<Answer | undefined>,
) => Promise<Answer | undefined>;

const Context = createContext<WithProof>(async (act) => act());

export const useProof = (): WithProof => use(Context);

interface Asked {
  readonly methods: readonly FactorMethod[];
  readonly settle: (proved: boolean) => void;
}

export function ProofProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [asked, setAsked] = useState<Asked>();
  const withProof = useMemo<WithProof>(
    () => async (act) => {
      const answer = await act();
      if (answer?.code !== 'proof-needed') return answer;
      const methods = answer.methods ?? [];
      const proved = await new Promise<boolean>((settle) => setAsked({ methods, settle }));
      setAsked(undefined);
      return proved ? act() : undefined;
    },
    [],
  );
  return (
    <Context value={withProof}>
      {children}
      {asked && (
        <ProofDialog
          methods={asked.methods}
          onProved={() => asked.settle(true)}
          onClose={() => asked.settle(false)}
        />
      )}
    </Context>
  );
}
