import { FaultEntry } from './fault-entry.js';
import type { FaultItem } from './fault-item.js';
import classes from './fault-list.module.css';
import { Remarks } from './remarks.js';
import { splitFaults } from './split-faults.js';

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

/** What is wrong, field by field, with the mend beside it; what blocks comes first, technical remarks folded at the end. */
export function FaultList({ label, faults, activeKey, onActivate, onChoose }: FaultListProps) {
  const { told, remarks } = splitFaults(faults);
  return (
    <>
      {told.length > 0 && (
        <ol className={classes.list} aria-label={label}>
          {told.map((fault) => (
            <FaultEntry
              key={fault.key}
              fault={fault}
              active={fault.key === activeKey}
              onActivate={onActivate}
              onChoose={onChoose}
            />
          ))}
        </ol>
      )}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
    </>
  );
}
