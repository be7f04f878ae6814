import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { DataTable } from '@parvis/ui/table/data-table';
import type { ReactNode } from 'react';
import type { ImportChange, ImportPreviewFieldsFragment } from '../../gql/graphql.js';
import classes from './imports.module.css';
import { useWords } from './words.js';

type PreviewRow = ImportPreviewFieldsFragment['rows'][number];

const tones: Readonly<Record<ImportChange, Tone>> = {
  ADDED: 'success',
  CHANGED: 'progress',
  UNCHANGED: 'neutral',
};

/** The first rows as they would be kept, with what stands there now where it would change. */
export function PreviewRows({ preview }: { readonly preview: ImportPreviewFieldsFragment }): ReactNode {
  const say = useWords();
  const { columns, rows } = preview;
  // Columns that nobody fills would only push the others out of sight.
  const used = columns
    .map((header, index) => ({ header, index }))
    .filter(({ index }) => rows.some(({ cells }) => cells[index]?.text || cells[index]?.before));
  return (
    <>
      <h3 className={classes.rowsTitle}>{say('rows')}</h3>
      <div className={classes.scroll}>
        <DataTable<PreviewRow>
          caption={say('rows')}
          density="compact"
          columns={[
            {
              key: 'change',
              header: say('change'),
              cell: ({ change }) => <StatusChip tone={tones[change]}>{say(`change_${change}`)}</StatusChip>,
              nowrap: true,
              cardRole: 'status',
            },
            ...used.map(({ header, index }) => ({
              key: header,
              header,
              cell: ({ cells }: PreviewRow) => <Cell cell={cells[index]} />,
              cardRole: index === 0 ? ('title' as const) : ('detail' as const),
            })),
          ]}
          rows={rows}
          rowKey={({ line }) => String(line)}
          rowLabel={({ line, cells }) => `${say('lineOf', { line })}, ${cells[0]?.text ?? ''}`}
        />
      </div>
    </>
  );
}

function Cell({ cell }: { readonly cell: PreviewRow['cells'][number] | undefined }): ReactNode {
  const say = useWords();
  if (!cell) return null;
  if (typeof cell.before !== 'string') return cell.text;
  const before = cell.before === '' ? say('nothing') : cell.before;
  return (
    <span className={classes.changed}>
      <strong>{cell.text === '' ? say('nothing') : cell.text}</strong>
      <small>{say('instead', { before })}</small>
    </span>
  );
}
