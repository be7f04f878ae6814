import { useSubscription } from '@apollo/client/react';
import { useToast } from '@parvis/ui/toast/toasts';
import { toneOf } from '@parvis/web-kit/invoice/invoice-status';
import { useStatusWords } from '@parvis/web-kit/invoice/status-words';
import { useSession } from '@parvis/web-kit/session/session';
import { type Language, SupplierInvoiceChangedDocument } from '../../gql/graphql.js';
import { useWords } from './words.js';

/** Keeps the page true while it is open, and says so when someone else moved the invoice. */
export const useLiveInvoice = (variables: { readonly id: string; readonly language: Language }): void => {
  const say = useWords();
  const status = useStatusWords();
  const show = useToast();
  const { viewer } = useSession();
  useSubscription(SupplierInvoiceChangedDocument, {
    variables,
    onData: ({ data: { data } }) => {
      const event = data?.invoiceChanged.event;
      if (!event || event.actorName === viewer.name) return;
      show({ message: say('changedLive', { status: status(event.to) }), tone: toneOf(event.to) });
    },
  });
};
