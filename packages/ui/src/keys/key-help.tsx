import { Dialog } from '../acts/dialog.js';
import { useWords } from '../language/language.js';
import type { KeyBinding } from './key-binding.js';
import classes from './key-help.module.css';

export interface KeyHelpProps {
  /** Closed while undefined. */
  readonly bindings: readonly KeyBinding[] | undefined;
  readonly onClose: () => void;
}

/** The keys of the page, in a dialog. */
export function KeyHelp({ bindings, onClose }: KeyHelpProps) {
  const words = useWords();
  const listed = [...(bindings ?? []), { key: '?', does: words.keyHelp }];
  return (
    <Dialog opened={bindings !== undefined} onClose={onClose} title={words.keysTitle} size="md">
      <dl className={classes.list}>
        {listed.map(({ key, does }) => (
          <div key={`${key} ${does}`} className={classes.row}>
            <dt>
              <kbd className={classes.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
