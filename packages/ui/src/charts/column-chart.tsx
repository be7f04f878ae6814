import type { Tone } from '../display/tone.js';
import { useLanguage } from '../language/language.js';
import classes from './charts.module.css';
import { FigureTable } from './figure-table.js';

export interface ColumnSeries {
  readonly key: string;
  /** "Médiane" */
  readonly label: string;
  /** What exactly the label stands for, on hover: "Une facture sur deux". */
  readonly meaning?: string | undefined;
  readonly tone: Tone;
}

export interface ColumnChartProps {
  readonly title: string;
  /** What stands along the foot, as head of the table: "Heure". */
  readonly labelHead: string;
  /** Drawn one behind the other: the largest last. */
  readonly series: readonly ColumnSeries[];
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    /** One a series; null where nothing was measured. */
    readonly values: readonly (number | null)[];
  }[];
  /** How a figure is written: "4 min". */
  readonly format?: ((value: number) => string) | undefined;
}

const height = 72;

/** Figures along time, one series before the other; the same figures stand in a table below. */
export function ColumnChart({ title, labelHead, series, columns, format }: ColumnChartProps) {
  const { locale } = useLanguage();
  const told = format ?? ((value: number) => value.toLocaleString(locale));
  const most = Math.max(...columns.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const scale = most > 0 ? height / most : 0;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      {series.length > 1 && (
        <ul className={classes.legend}>
          {series.map(({ key, label, meaning, tone }) => (
            <li key={key} data-tone={tone} title={meaning}>
              {label}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.scale} aria-hidden>
        {most > 0 && told(most)}
      </div>
      <div className={classes.strip} data-tall="" aria-hidden>
        {columns.map(({ key, values }) => (
          <svg key={key} viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" role="presentation">
            <rect className={classes.ground} y={height - 2} width="10" height="2" />
            {series
              .map((each, index) => ({ ...each, tall: (values[index] ?? 0) * scale }))
              .reverse()
              .map((each) => (
                <rect
                  key={each.key}
                  className={classes.fill}
                  data-tone={each.tone}
                  y={height - each.tall}
                  width="10"
                  height={each.tall}
                />
              ))}
          </svg>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{columns[0]?.label}</span>
        <span>{columns.at(-1)?.label}</span>
      </div>
      <FigureTable
        title={title}
        heads={[labelHead, ...series.map(({ label }) => label)]}
        rows={columns.map(({ key, label, values }) => ({
          key,
          cells: [label, ...values.map((value) => (value === null ? '–' : told(value)))],
        }))}
      />
    </figure>
  );
}
