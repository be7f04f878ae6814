import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useToast } from '@parvis/ui/toast/toasts';
import type { ReactNode } from 'react';
import { AnyInvoiceChangedDocument } from '../gql/graphql.js';
import { useWords } from './words.js';

/** Hears every change of the entity's invoices: announces new ones, and has lists ask again. */
export function ChangesWatch(): ReactNode {
  const client = useApolloClient();
  const say = useWords();
  const show = useToast();
  useSubscription(AnyInvoiceChangedDocument, {
    onData: ({ data }) => {
      const change = data.data?.invoiceChanged;
      if (!change) return;
      if (change.event.action === 'makeAvailable') {
        show({
          tone: 'info',
          message: say('arrived', { number: change.invoice.number, supplier: change.invoice.supplier.name }),
        });
      }
      void client.refetchQueries({ include: 'active' });
    },
  });
  return null;
}
