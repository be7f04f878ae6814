import type { ReactNode } from 'react';
import type { KindStepsFragment } from '../../../gql/graphql.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';

/** The other system's own words, and what each does to an invoice here. */
export function StatusWords({ words }: { readonly words: KindStepsFragment['statusWords'] }): ReactNode {
  const say = useWords();
  if (words.length === 0) return null;
  return (
    <section className={`pv-panel ${classes.section}`}>
      <h2>{say('statusWords')}</h2>
      <table className={classes.words}>
        <thead>
          <tr>
            <th scope="col">{say('statusWord')}</th>
            <th scope="col">{say('statusMeaning')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, meaning }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
