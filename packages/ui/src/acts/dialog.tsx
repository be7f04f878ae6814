import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './acts.module.css';

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly size?: 'md' | 'lg' | 'xl' | undefined;
  readonly children: ReactNode;
}

/** A window over the page. Built from parts: Mantine's whole one wears a second page banner. */
export function Dialog({ opened, onClose, title, size = 'lg', children }: DialogProps) {
  const words = useWords();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} radius={10} padding={24} centered>
      <Modal.Overlay color="var(--pv-overlay)" backgroundOpacity={1} />
      <Modal.Content>
        <div className={classes.dialogHead}>
          <Modal.Title className={classes.dialogTitle}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={words.close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
