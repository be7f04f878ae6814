import { FaultEntry } from './fault-entry.js';
import type { FaultItem } from './fault-item.js';
import classes from './fault-list.module.css';

export interface FaultListProps {
  /** "Ce qui empêche l'envoi" */
  readonly label: string;
  readonly faults: readonly FaultItem[];
  /** The fault shown in the document beside. */
  readonly activeKey?: string | undefined;
  /** Called when the pointer or the focus comes to a fault, and with undefined when it leaves. */
  readonly onActivate?: ((key: string | undefined) => void) | undefined;
  readonly onChoose?: ((key: string, value: string) => void) | undefined;
}

/** What is wrong, field by field, with the mend beside it; what blocks comes first. */
export function FaultList({ label, faults, activeKey, onActivate, onChoose }: FaultListProps) {
  const ordered = [...faults].sort(
    (a, b) => Number(a.severity === 'advice') - Number(b.severity === 'advice'),
  );
  return (
    <ol className={classes.list} aria-label={label}>
      {ordered.map((fault) => (
        <FaultEntry
          key={fault.key}
          fault={fault}
          active={fault.key === activeKey}
          onActivate={onActivate}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}
