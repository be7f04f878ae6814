import { Button } from '../acts/button.js';
import { useLanguage } from '../language/language.js';
import classes from './data-table.module.css';

export interface LoadMoreProps {
  readonly shown: number;
  readonly total: number | undefined;
  readonly moreThanTotal?: boolean | undefined;
  readonly onLoadMore: (() => void) | undefined;
  readonly loading: boolean | undefined;
}

/** How much of all is shown, and the next page. */
export function LoadMore({ shown, total, moreThanTotal, onLoadMore, loading }: LoadMoreProps) {
  const { words, locale } = useLanguage();
  const told = (count: number) => count.toLocaleString(locale);
  const ofAll = moreThanTotal ? words.shownOfMore : words.shown;
  return (
    <div className={classes.foot}>
      <span role="status">
        {total === undefined ? words.shownOnly(told(shown)) : ofAll(told(shown), told(total))}
      </span>
      {onLoadMore && (
        <Button
          variant="default"
          size="compact-md"
          onClick={loading ? undefined : onLoadMore}
          aria-disabled={loading}
        >
          {loading ? words.loading : words.loadMore}
        </Button>
      )}
    </div>
  );
}
