import { useWords } from '../language/language.js';
import classes from './fault-list.module.css';
import type { Remark } from './split-faults.js';

/** Remarks on how the file is written, folded: they are for the software's maker and stop nothing. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const words = useWords();
  return (
    <details className={classes.remarks}>
      <summary>{words.technicalRemarks(remarks.length)}</summary>
      <p>{words.technicalRemarksFor}</p>
      <ul>
        {remarks.map(({ rule, message, count }) => (
          <li key={rule}>
            {message} <code>{rule}</code>
            {count > 1 && ` × ${count}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
