import { useState } from 'react';
import { ActBar } from '../src/acts/act-bar.js';
import { Button } from '../src/acts/button.js';
import { AmountText } from '../src/display/amount-text.js';
import { DateText } from '../src/display/date-text.js';
import { LegalClockBar } from '../src/display/legal-clock-bar.js';
import { StatusChip } from '../src/display/status-chip.js';
import { TwoLines } from '../src/display/two-lines.js';
import { FilterBar } from '../src/filters/filter-bar.js';
import { PageHeader } from '../src/frame/page-header.js';
import { BrokenState } from '../src/states/broken-state.js';
import { EmptyState } from '../src/states/empty-state.js';
import type { Column, Sort } from '../src/table/column.js';
import { DataTable } from '../src/table/data-table.js';
import { type InventedInvoice, inventedInvoice } from './invented-invoices.js';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

const now = new Date('2026-10-28T12:00:00Z');

const useColumns = (): readonly Column<InventedInvoice>[] => {
  const told = useTold();
  return [
    {
      key: 'supplier',
      header: told('Fournisseur', 'Supplier'),
      cell: ({ supplier, number }) => <TwoLines second={number}>{supplier}</TwoLines>,
      sortable: true,
      cardRole: 'title',
    },
    {
      key: 'status',
      header: told('Statut', 'Status'),
      cell: ({ tone, status }) => <StatusChip tone={tone}>{told(...status)}</StatusChip>,
      nowrap: true,
      cardRole: 'status',
    },
    {
      key: 'service',
      header: told('Service', 'Service'),
      cell: ({ service, engagement }) => <TwoLines second={engagement}>{service}</TwoLines>,
    },
    {
      key: 'clock',
      header: told('Délai', 'Time limit'),
      cell: ({ day, limit }) => <LegalClockBar day={day} limit={limit} compact />,
      width: '10.5rem',
      sortable: true,
      cardRole: 'deadline',
    },
    {
      key: 'received',
      header: told('Reçue', 'Received'),
      cell: ({ received }) => <DateText value={received} now={now} />,
      nowrap: true,
    },
    {
      key: 'amount',
      header: told('Montant TTC', 'Amount'),
      cell: ({ amount }) => <AmountText value={amount} />,
      align: 'end',
      sortable: true,
      cardRole: 'amount',
    },
  ];
};

export function ListPage() {
  const told = useTold();
  const columns = useColumns();
  const [group, setGroup] = useState('late');
  const [text, setText] = useState('');
  const [shown, setShown] = useState(12);
  const [sort, setSort] = useState<Sort>({ key: 'clock', direction: 'descending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['1', '3']));
  const rows = Array.from({ length: shown }, (_, position) => inventedInvoice(position));
  const shared = {
    columns,
    rowKey: ({ id }: InventedInvoice) => id,
    rowLabel: ({ number, supplier }: InventedInvoice) => `${number}, ${supplier}`,
    rowHref: ({ id }: InventedInvoice) => `?page=follow&invoice=${id}`,
  };
  return (
    <>
      <PageHeader
        title={told('À traiter', 'To do')}
        subtitle={told(
          '12 factures vous attendent, dont 2 en retard.',
          '12 invoices wait for you, 2 of them late.',
        )}
      />
      <FilterBar
        label={told('Factures à montrer', 'Invoices to show')}
        current={group}
        onChange={setGroup}
        choices={[
          { key: 'late', label: told('En retard', 'Late'), count: 2, tone: 'danger' },
          { key: 'week', label: told('Cette semaine', 'This week'), count: 5, tone: 'warning' },
          { key: 'answered', label: told('Complétées', 'Completed'), count: 3 },
          { key: 'all', label: told('Toutes', 'All'), count: 100_000 },
        ]}
        search={{
          label: told('Numéro, fournisseur, montant', 'Number, supplier, amount'),
          value: text,
          onChange: setText,
        }}
      />
      <DataTable
        {...shared}
        caption={told('Factures à traiter', 'Invoices to do')}
        rows={rows}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        total={100_000}
        onLoadMore={() => setShown(shown + 12)}
      />
      <ActBar
        sticky
        label={told('Actes sur la sélection', 'Acts on the selection')}
        summary={told('2 factures, 3 226,00 €', '2 invoices, €3,226.00')}
        acts={[
          { key: 'approve', label: told('Approuver', 'Approve'), weight: 'main', onAct: () => {} },
          { key: 'assign', label: told('Attribuer', 'Assign'), onAct: () => {} },
        ]}
      />
      <div style={{ height: '2.25rem' }} />
      <Specimen name="DataTable · compact" bare>
        <DataTable
          {...shared}
          caption={told('Liste serrée', 'Compact list')}
          density="compact"
          rows={rows.slice(0, 4)}
        />
      </Specimen>
      <Specimen name="DataTable · loading" bare>
        <DataTable
          {...shared}
          caption={told('Lecture des factures', 'Reading the invoices')}
          rows={[]}
          loading
        />
      </Specimen>
      <Specimen name="DataTable · empty" bare>
        <DataTable
          {...shared}
          caption={told('Liste vide', 'Empty list')}
          rows={[]}
          empty={
            <EmptyState
              title={told('Aucune facture en retard', 'No invoice is late')}
              why={told(
                'Toutes les factures reçues sont dans les délais.',
                'Every invoice received is within its time limit.',
              )}
              firstStep={
                <Button variant="default">{told('Voir toutes les factures', 'See all invoices')}</Button>
              }
            />
          }
        />
      </Specimen>
      <Specimen name="DataTable · broken" bare>
        <DataTable
          {...shared}
          caption={told('Liste en panne', 'Broken list')}
          rows={[]}
          broken={
            <BrokenState
              what={told('La liste des factures ne répond pas.', 'The list of invoices does not answer.')}
              onRetry={() => {}}
              reference="7F3K-92QD"
            />
          }
        />
      </Specimen>
    </>
  );
}
