import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { StatePanel } from './state-panel.js';
import classes from './state-panel.module.css';

export interface NoRightProps {
  readonly title?: string | undefined;
  /** In words: "Valider les factures du service Pharmacie". */
  readonly right: string;
  /** Names people: "Claire Vasseur, gestionnaire principale". */
  readonly whoCanGive: ReactNode;
  readonly actions?: ReactNode;
  readonly wholePage?: boolean | undefined;
}

/** Which right is missing and who can give it. */
export function NoRight({ title, right, whoCanGive, actions, wholePage }: NoRightProps) {
  const words = useWords();
  return (
    <StatePanel
      icon={<IconLock size={24} stroke={1.6} />}
      title={title ?? words.noRightTitle}
      actions={actions}
      wholePage={wholePage}
    >
      <dl className={classes.facts}>
        <dt>{words.missingRight}</dt>
        <dd>{right}</dd>
        <dt>{words.whoCanGive}</dt>
        <dd>{whoCanGive}</dd>
      </dl>
    </StatePanel>
  );
}
