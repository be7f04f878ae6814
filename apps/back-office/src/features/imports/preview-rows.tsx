import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { DataTable } from '@parvis/ui/table/data-table';
import type { ReactNode } from 'react';
import type { ImportChange, ImportPreviewFieldsFragment } from '../../gql/graphql.js';
import classes from './imports.module.css';
import { useWords } from './words.js';

type PreviewRow = ImportPreviewFieldsFragment['rows'][number];
type PreviewCell = PreviewRow['cells'][number];

const tones: Readonly<Record<ImportChange, Tone>> = {
  ADDED: 'success',
  CHANGED: 'progress',
  UNCHANGED: 'neutral',
};

/** The columns that say which item a row is: its code and its name. The others are details. */
const naming = [0, 1] as const;

/** The first rows: which item each is, what it would do, and the old value beside each new one. */
export function PreviewRows({ preview }: { readonly preview: ImportPreviewFieldsFragment }): ReactNode {
  const say = useWords();
  const { columns, rows } = preview;
  return (
    <>
      <h3 className={classes.rowsTitle}>{say('rows')}</h3>
      <DataTable<PreviewRow>
        caption={say('rows')}
        density="compact"
        columns={[
          ...naming.map((index) => ({
            key: `${index}`,
            header: columns[index] ?? '',
            cell: ({ cells }: PreviewRow) => <Value cell={cells[index]} />,
            cardRole: index === 0 ? ('title' as const) : ('detail' as const),
          })),
          {
            key: 'change',
            header: say('change'),
            cell: ({ change }) => <StatusChip tone={tones[change]}>{say(`change_${change}`)}</StatusChip>,
            nowrap: true,
            cardRole: 'status',
          },
          {
            key: 'details',
            header: say('details'),
            cell: (row) => <Details row={row} columns={columns} />,
            cardRole: 'detail',
          },
        ]}
        rows={rows}
        rowKey={({ line }) => String(line)}
        rowLabel={({ line, cells }) => `${say('lineOf', { line })}, ${cells[0]?.text ?? ''}`}
      />
    </>
  );
}

interface DetailsProps {
  readonly row: PreviewRow;
  readonly columns: readonly string[];
}

/** Of a change only what changes. */
function Details({ row: { cells, change }, columns }: DetailsProps): ReactNode {
  const say = useWords();
  const told = cells
    .map((cell, index) => ({ cell, column: columns[index] ?? '', index }))
    .slice(naming.length)
    .filter(({ cell }) => (change === 'CHANGED' ? isChanged(cell) : cell.text !== ''));
  return (
    <ul className={classes.details}>
      {told.map(({ cell, column, index }) => (
        <li key={index}>
          <span className={classes.label}>{say('ofColumn', { column })}</span> <Value cell={cell} />
        </li>
      ))}
    </ul>
  );
}

const isChanged = ({ before }: PreviewCell): boolean => typeof before === 'string';

function Value({ cell }: { readonly cell: PreviewCell | undefined }): ReactNode {
  const say = useWords();
  if (!cell) return null;
  if (!isChanged(cell)) return cell.text;
  const orNothing = (text: string): string => (text === '' ? say('nothing') : text);
  return (
    <>
      <strong>{orNothing(cell.text)}</strong>{' '}
      <small>{say('instead', { before: orNothing(cell.before ?? '') })}</small>
    </>
  );
}
