import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useSession } from '@parvis/web-kit/session/session';
import { useState } from 'react';

export interface SupplierChoiceState {
  /** The structures this person may deposit for. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Undefined when there is only one: the gateway knows it. */
  readonly supplierId: string | undefined;
  readonly choose: (id: string) => void;
}

export const useSupplierChoice = (): SupplierChoiceState => {
  const { viewer } = useSession();
  const choices = viewer.memberships
    .filter(({ rights }) => rights.includes('ISSUED_INVOICE_DEPOSIT'))
    .map(({ structure }) => structure);
  const current = useCurrentMembership('SUPPLIER')?.structure.id;
  const [chosen, choose] = useState(choices.find(({ id }) => id === current)?.id ?? choices[0]?.id);
  return { choices, supplierId: choices.length > 1 ? chosen : undefined, choose };
};
