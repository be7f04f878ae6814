import type { ReactNode } from 'react';
import classes from './key-value-list.module.css';

export interface KeyValue {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** The value it differs from: shown struck through before it. */
  readonly previous?: ReactNode;
  /** Draws the eye: a value that decides or does not match. */
  readonly highlighted?: boolean | undefined;
}

export interface KeyValueListProps {
  readonly entries: readonly KeyValue[];
  /** Two columns of facts where there is room. */
  readonly columns?: 1 | 2 | undefined;
}

/** Facts: what each is called and what it says. */
export function KeyValueList({ entries, columns = 1 }: KeyValueListProps) {
  return (
    <dl className={classes.list} data-columns={columns}>
      {entries.map(({ key, label, value, previous, highlighted }) => (
        <div key={key} className={classes.entry} data-highlighted={highlighted || undefined}>
          <dt>{label}</dt>
          <dd>
            {previous !== undefined && <del className={classes.previous}>{previous}</del>}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
