import { useWords } from '../language/language.js';
import classes from './charts.module.css';

export interface FigureTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** The figures of a chart, for those who do not see it and those who want the numbers. */
export function FigureTable({ title, heads, rows }: FigureTableProps) {
  const words = useWords();
  return (
    <details className={classes.figures}>
      <summary>{words.dataTable}</summary>
      <table>
        <caption className="pv-visually-hidden">{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, position) => (
                <td key={heads[position + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
