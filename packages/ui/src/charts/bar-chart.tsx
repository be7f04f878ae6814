import type { Tone } from '../display/tone.js';
import { useLanguage } from '../language/language.js';
import classes from './charts.module.css';
import { FigureTable } from './figure-table.js';

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: number;
    readonly tone?: Tone | undefined;
  }[];
  /** What the bars stand for and what they count, as heads of the table: "Service", "Factures". */
  readonly labelHead: string;
  readonly valueHead: string;
  readonly format?: ((value: number) => string) | undefined;
}

/** Quantities side by side; the same figures stand in a table below. */
export function BarChart({ title, bars, labelHead, valueHead, format }: BarChartProps) {
  const { locale } = useLanguage();
  const told = format ?? ((value: number) => value.toLocaleString(locale));
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <div className={classes.bars} aria-hidden>
        {bars.map(({ key, label, value, tone }) => (
          <div key={key} className={classes.bar}>
            <span className={classes.label}>{label}</span>
            <svg className={classes.svg} preserveAspectRatio="none" viewBox="0 0 100 10" role="presentation">
              <rect className={classes.track} width="100" height="10" />
              <rect className={classes.fill} data-tone={tone} width={(value / most) * 100} height="10" />
            </svg>
            <span className={classes.value}>{told(value)}</span>
          </div>
        ))}
      </div>
      <FigureTable
        title={title}
        heads={[labelHead, valueHead]}
        rows={bars.map(({ key, label, value }) => ({ key, cells: [label, told(value)] }))}
      />
    </figure>
  );
}
