import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../language/language.js';
import classes from './copy-text.module.css';

export interface CopyTextProps {
  readonly value: string;
  /** What the value is, for the button's name: "Copier le SIRET". */
  readonly label?: string | undefined;
  /** Shown instead of the value: a shortened or spaced one. */
  readonly shown?: string | undefined;
}

/** A code people carry elsewhere: shown to be read, copied in one press. */
export function CopyText({ value, label, shown }: CopyTextProps) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <span className={classes.copy}>
      <code>{shown ?? value}</code>
      <button
        type="button"
        className={classes.button}
        onClick={() => void copy()}
        aria-label={label ? `${words.copy} : ${label}` : `${words.copy} ${value}`}
        title={copied ? words.copied : words.copy}
      >
        {copied ? <IconCheck size={15} stroke={2.2} /> : <IconCopy size={15} stroke={1.8} />}
      </button>
      <span role="status" className="pv-visually-hidden">
        {copied ? words.copied : ''}
      </span>
    </span>
  );
}
