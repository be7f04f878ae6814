import { useWords } from '../language/language.js';
import classes from './data-table.module.css';
import type { DataTableProps } from './data-table-props.js';
import { HeaderCell } from './header-cell.js';
import { openRow, RowOpener } from './row-opener.js';
import { toggled } from './selection.js';

/** The rows as a table, for wide screens. */
export function TableView<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowLabel, rowHref, sort, onSort, selected, onSelect, density } =
    props;
  const words = useWords();
  const all = selected !== undefined && rows.every((row) => selected.has(rowKey(row)));
  const opener = columns.find(({ cardRole }) => cardRole === 'title') ?? columns[0];
  return (
    <div className={classes.frame}>
      <table className={classes.table} data-density={density ?? 'comfortable'}>
        <caption className="pv-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selected && onSelect && (
              <th className={classes.box} scope="col">
                <input
                  type="checkbox"
                  aria-label={words.selectAll}
                  checked={all}
                  onChange={() => onSelect(new Set(all ? [] : rows.map(rowKey)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-row=""
                data-selected={selected?.has(key) || undefined}
                data-opens={rowHref ? '' : undefined}
                onClick={openRow}
              >
                {selected && onSelect && (
                  <td className={classes.box}>
                    <input
                      type="checkbox"
                      aria-label={`${words.select} ${rowLabel(row)}`}
                      checked={selected.has(key)}
                      onChange={() => onSelect(toggled(selected, key))}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} data-nowrap={column.nowrap || undefined}>
                    {column === opener ? (
                      <RowOpener href={rowHref?.(row)}>{column.cell(row)}</RowOpener>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
