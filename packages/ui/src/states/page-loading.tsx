import { useWords } from '../language/language.js';
import classes from './page-loading.module.css';
import { useDelay } from './use-delay.js';

export interface PageLoadingProps {
  /** What is coming: a list, one thing with its details, a form, or a bare block. */
  readonly shape?: 'list' | 'detail' | 'form' | 'block' | undefined;
  /** What is being done, said after two seconds: "Lecture de 240 factures". */
  readonly doing?: string | undefined;
  /** For the gallery: without the 300 ms before anything shows. */
  readonly atOnce?: boolean | undefined;
}

const bars = (count: number, className: string | undefined) =>
  Array.from({ length: count }, (_, position) => `${className} ${position}`).map((key) => (
    <span key={key} className={className} />
  ));

/** Nothing for 300 ms, then the shape of what comes, then after 2 s what is being done. */
export function PageLoading({ shape = 'list', doing, atOnce = false }: PageLoadingProps) {
  const words = useWords();
  const slow = useDelay(atOnce ? 0 : 300);
  const verySlow = useDelay(2000);
  return (
    <div role="status" aria-busy="true" className={classes.loading}>
      <span className={verySlow ? classes.doing : 'pv-visually-hidden'}>
        {doing ?? (verySlow ? words.stillLoading : words.loading)}
      </span>
      {slow && (
        <div aria-hidden className={classes[shape]}>
          {shape === 'list' && bars(8, classes.row)}
          {shape === 'detail' && bars(3, classes.column)}
          {shape === 'form' && bars(4, classes.field)}
          {shape === 'block' && bars(1, classes.block)}
        </div>
      )}
    </div>
  );
}
