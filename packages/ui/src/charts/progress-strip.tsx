import { useLanguage } from '../language/language.js';
import classes from './charts.module.css';
import { FigureTable } from './figure-table.js';

export interface StripSlot {
  readonly key: string;
  /** "14 h" */
  readonly label: string;
  readonly delivered: number;
  readonly waiting: number;
  readonly failed: number;
}

export interface ProgressStripProps {
  /** "Livraisons des dernières 24 heures" */
  readonly title: string;
  readonly slots: readonly StripSlot[];
}

const height = 56;
const kinds = ['failed', 'waiting', 'delivered'] as const;

/** What went through, hour by hour: delivered, waiting, failed. */
export function ProgressStrip({ title, slots }: ProgressStripProps) {
  const { words, locale } = useLanguage();
  const most = Math.max(...slots.map(({ delivered, waiting, failed }) => delivered + waiting + failed), 1);
  const told = (count: number) => count.toLocaleString(locale);
  const sum = (kind: (typeof kinds)[number]) => slots.reduce((total, slot) => total + slot[kind], 0);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <ul className={classes.legend}>
        {(['delivered', 'waiting', 'failed'] as const).map((kind) => (
          <li key={kind} data-kind={kind}>
            {words[kind]} <strong>{told(sum(kind))}</strong>
          </li>
        ))}
      </ul>
      <div className={classes.strip} aria-hidden>
        {slots.map((slot) => (
          <Column key={slot.key} slot={slot} most={most} />
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{slots[0]?.label}</span>
        <span>{slots.at(-1)?.label}</span>
      </div>
      <FigureTable
        title={title}
        heads={[words.hour, words.delivered, words.waiting, words.failed]}
        rows={slots.map(({ key, label, delivered, waiting, failed }) => ({
          key,
          cells: [label, told(delivered), told(waiting), told(failed)],
        }))}
      />
    </figure>
  );
}

function Column({ slot, most }: { readonly slot: StripSlot; readonly most: number }) {
  let top = height;
  return (
    <svg viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" role="presentation">
      <rect className={classes.ground} y={height - 2} width="10" height="2" />
      {[...kinds].reverse().map((kind) => {
        const tall = (slot[kind] / most) * height;
        top -= tall;
        return (
          <rect key={kind} data-kind={kind} className={classes.slice} y={top} width="10" height={tall} />
        );
      })}
    </svg>
  );
}
