import { DataTable } from '@parvis/ui/table/data-table';
import type { ReactNode } from 'react';
import type { ImportPreviewFieldsFragment } from '../../gql/graphql.js';
import classes from './imports.module.css';
import { useWords } from './words.js';

type FaultyRow = ImportPreviewFieldsFragment['faultyRows'][number];

/** Every fault of every row, in the order of the file. */
export function FaultyRows({ rows }: { readonly rows: readonly FaultyRow[] }): ReactNode {
  const say = useWords();
  const faults = rows.flatMap(({ line, faults: found }) => found.map((fault) => ({ line, ...fault })));
  return (
    <DataTable
      caption={say('faultyRows')}
      density="compact"
      columns={[
        {
          key: 'line',
          header: say('line'),
          cell: ({ line }) => <span data-line={line}>{say('lineOf', { line })}</span>,
          nowrap: true,
          cardRole: 'status',
        },
        { key: 'column', header: say('column'), cell: ({ column }) => column, cardRole: 'title' },
        {
          key: 'value',
          header: say('value'),
          cell: ({ value }) =>
            value === '' ? <em>{say('nothing')}</em> : <code className={classes.value}>{value}</code>,
          cardRole: 'detail',
        },
        {
          key: 'why',
          header: say('why'),
          cell: ({ message, nextStep }) => (
            <>
              {message} <span className={classes.next}>{nextStep}</span>
            </>
          ),
          cardRole: 'detail',
        },
      ]}
      rows={faults}
      rowKey={({ line, column, cause }) => `${line} ${column} ${cause}`}
      rowLabel={({ line, column }) => `${say('lineOf', { line })}, ${column}`}
    />
  );
}
