import { AmountText } from '@parvis/ui/display/amount-text';
import { TwoLines } from '@parvis/ui/display/two-lines';
import { Link } from '@parvis/ui/link/link';
import type { Column } from '@parvis/ui/table/column';
import type { ReactNode } from 'react';
import type { DiscrepanciesQuery } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { writeDeliveriesView } from '../connection/deliveries-view.js';
import { useWords } from './words.js';

type Row = NonNullable<DiscrepanciesQuery['reconciliation']>['discrepancies']['discrepancies'][number];

export const useDiscrepancyColumns = (connectionId: string): readonly Column<Row>[] => {
  const say = useWords();
  const amount = (value: string | null | undefined): ReactNode =>
    value ? <AmountText value={value} /> : say('absent');
  return [
    {
      key: 'invoice',
      header: say('invoice'),
      cell: ({ invoiceId, invoiceNumber, finding }) => (
        <TwoLines second={say(`one_${finding}`)}>
          {invoiceId ? (
            <Link className="pv-link" href={paths.invoice(invoiceId)}>
              {invoiceNumber}
            </Link>
          ) : (
            (invoiceNumber ?? say('unknownInvoice'))
          )}
        </TwoLines>
      ),
      cardRole: 'title',
    },
    {
      key: 'remote',
      header: say('remote'),
      cell: ({ remoteNumber }) => (remoteNumber ? <code>{remoteNumber}</code> : say('absent')),
      cardRole: 'detail',
    },
    {
      key: 'here',
      header: say('here'),
      cell: ({ grossHere }) => amount(grossHere),
      align: 'end',
      nowrap: true,
      cardRole: 'detail',
    },
    {
      key: 'there',
      header: say('there'),
      cell: ({ grossThere }) => amount(grossThere),
      align: 'end',
      nowrap: true,
      cardRole: 'detail',
    },
    {
      key: 'next',
      header: say('next'),
      cell: ({ nextStep, invoiceId, invoiceNumber }) => (
        <TwoLines
          second={
            invoiceId &&
            invoiceNumber && (
              <Link
                className="pv-link"
                aria-label={say('seeDeliveryOf', { number: invoiceNumber })}
                href={paths.connector(connectionId) + writeDeliveriesView({ etat: 'all', q: invoiceNumber })}
              >
                {say('seeDelivery')}
              </Link>
            )
          }
        >
          {nextStep}
        </TwoLines>
      ),
      cardRole: 'detail',
    },
  ];
};
