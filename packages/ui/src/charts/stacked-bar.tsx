import type { Tone } from '../display/tone.js';
import { useLanguage } from '../language/language.js';
import classes from './charts.module.css';
import { FigureTable } from './figure-table.js';

export interface StackedBarProps {
  readonly title: string;
  /** Those that are zero are left out of the bar and stand in the table. */
  readonly parts: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: number;
    readonly tone?: Tone | undefined;
  }[];
  /** What the parts stand for and what they count, as heads of the table: "Constat", "Factures". */
  readonly labelHead: string;
  readonly valueHead: string;
}

/** Of a hundred: a part of few among many is still seen. */
const SMALLEST_WIDTH = 1.5;

/** A whole and its parts on one line; the same figures stand in a table below. */
export function StackedBar({ title, parts, labelHead, valueHead }: StackedBarProps) {
  const { locale } = useLanguage();
  const told = (value: number): string => value.toLocaleString(locale);
  const shown = parts.filter(({ value }) => value > 0);
  const widths = widthsOf(shown.map(({ value }) => value));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <svg className={classes.stack} preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden>
        <rect className={classes.track} width="100" height="10" />
        {shown.map(({ key, tone }, index) => (
          <rect
            key={key}
            className={classes.fill}
            data-tone={tone}
            x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)}
            width={widths[index]}
            height="10"
          />
        ))}
      </svg>
      <ul className={classes.legend}>
        {shown.map(({ key, label, value, tone }) => (
          <li key={key} data-tone={tone}>
            {label} <strong>{told(value)}</strong>
          </li>
        ))}
      </ul>
      <FigureTable
        title={title}
        heads={[labelHead, valueHead]}
        rows={parts.map(({ key, label, value }) => ({ key, cells: [label, told(value)] }))}
      />
    </figure>
  );
}

const widthsOf = (values: readonly number[]): number[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  const wanted = values.map((value) => Math.max((value / total) * 100, SMALLEST_WIDTH));
  const taken = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => (width / taken) * 100);
};
