import { Modal } from '@mantine/core';
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
    <Modal
      opened={bindings !== undefined}
      onClose={onClose}
      title={words.keysTitle}
      closeButtonProps={{ 'aria-label': words.close }}
    >
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
    </Modal>
  );
}
