import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './card-list.module.css';
import type { Column } from './column.js';
import type { DataTableProps } from './data-table-props.js';
import { openRow, RowOpener } from './row-opener.js';
import { toggled } from './selection.js';

/** The rows as cards, for narrow screens: who, how much, by when. */
export function CardList<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowLabel, rowHref, selected, onSelect } = props;
  const words = useWords();
  const title = columns.find(({ cardRole }) => cardRole === 'title') ?? columns[0];
  const having = (role: Column<Row>['cardRole']) => columns.filter(({ cardRole }) => cardRole === role);
  const told = (row: Row, role: Column<Row>['cardRole']): ReactNode =>
    having(role).map(({ key, cell }) => <span key={key}>{cell(row)}</span>);
  return (
    <ul className={classes.list} aria-label={caption}>
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard opens the card by the link inside it
          <li
            key={key}
            data-row=""
            className={classes.card}
            data-selected={selected?.has(key) || undefined}
            onClick={openRow}
          >
            {selected && onSelect && (
              <input
                type="checkbox"
                className={classes.box}
                aria-label={`${words.select} ${rowLabel(row)}`}
                checked={selected.has(key)}
                onChange={() => onSelect(toggled(selected, key))}
              />
            )}
            <div className={classes.facts}>
              <div className={classes.first}>
                <span className={classes.title}>
                  <RowOpener href={rowHref?.(row)}>{title?.cell(row)}</RowOpener>
                </span>
                <span className={classes.amount}>{told(row, 'amount')}</span>
              </div>
              <div className={classes.second}>
                <span className={classes.status}>{told(row, 'status')}</span>
                <span className={classes.deadline}>{told(row, 'deadline')}</span>
              </div>
              {having('detail').map(({ key: detail, header, cell }) => (
                <Detail key={detail} header={header} value={cell(row)} />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A labelled line; a fact that this row has not takes no place. */
function Detail({ header, value }: { readonly header: string; readonly value: ReactNode }) {
  if (value === null || value === undefined || value === false || value === '') return null;
  return (
    <div className={classes.detail}>
      <span className={classes.label}>{header}</span>
      <span className={classes.value}>{value}</span>
    </div>
  );
}
