import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useRef } from 'react';
import { useKeys } from '../keys/keys.js';
import { useWords } from '../language/language.js';
import { PageLoading } from '../states/page-loading.js';
import { CardList } from './card-list.js';
import classes from './data-table.module.css';
import type { DataTableProps } from './data-table-props.js';
import { LoadMore } from './load-more.js';
import { TableView } from './table-view.js';

/** Rows to compare and open. Sorting and paging belong to the page: the table holds only what has been loaded. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, loading, empty, broken, total, moreThanTotal, onLoadMore, loadingMore } = props;
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);

  if (broken) return <div className={classes.frame}>{broken}</div>;
  if (loading) return <PageLoading shape="list" doing={caption} />;
  if (rows.length === 0) return <div className={classes.frame}>{empty ?? <NoRow />}</div>;
  return (
    <div ref={place} data-rows="">
      {narrow ? <CardList {...props} /> : <TableView {...props} />}
      <LoadMore
        shown={rows.length}
        total={total}
        moreThanTotal={moreThanTotal}
        onLoadMore={onLoadMore}
        loading={loadingMore}
      />
    </div>
  );
}

function NoRow() {
  return <p className={classes.noRow}>{useWords().noRow}</p>;
}

/** `j` and `k` go from row to row; Enter opens, since the focus is on the row's own link. */
function useRowKeys(place: RefObject<HTMLDivElement | null>) {
  const words = useWords();
  const move = (step: number) => {
    const openers = [...(place.current?.querySelectorAll<HTMLElement>('[data-row-opener]') ?? [])];
    const row = document.activeElement?.closest('[data-row]');
    const position = openers.findIndex((opener) => row?.contains(opener));
    const next = openers[position < 0 ? 0 : Math.min(Math.max(position + step, 0), openers.length - 1)];
    next?.focus();
    next?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
  };
  // Of several tables the one with the focus has the keys, else the first.
  const when = () =>
    place.current !== null &&
    (document.activeElement?.closest('[data-rows]') ?? document.querySelector('[data-rows]')) ===
      place.current;
  useKeys([
    { key: 'j', does: words.keyNextRow, when, run: () => move(1) },
    { key: 'k', does: words.keyPreviousRow, when, run: () => move(-1) },
    { key: 'Enter', does: words.keyOpenRow, when },
  ]);
}
