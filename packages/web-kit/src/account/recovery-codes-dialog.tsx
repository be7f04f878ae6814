import { Button } from '@parvis/ui/acts/button';
import { Dialog } from '@parvis/ui/acts/dialog';
import { type ReactNode, useState } from 'react';
import { useSession } from '../session/session.js';
import classes from './account.module.css';
import { useAccountWords } from './words.js';

interface RecoveryCodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Shown once. Nothing but the button that says they are kept closes it. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesDialogProps): ReactNode {
  const say = useAccountWords();
  const { viewer } = useSession();
  const [copied, setCopied] = useState(false);
  const text = `${say('codesHead', { email: viewer.email })}\n\n${codes.join('\n')}\n`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog opened size="md" title={say('codesTitle')}>
      <div className={classes.enrol}>
        <p className={classes.text}>{say('codesText')}</p>
        <ul className={classes.codes} data-print="only">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className={classes.acts}>
          <Button variant="default" onClick={() => void copy()}>
            {say(copied ? 'copied' : 'copyCodes')}
          </Button>
          <Button variant="default" onClick={() => print()}>
            {say('printCodes')}
          </Button>
          <Button variant="default" onClick={() => download(say('codesFile'), text)}>
            {say('downloadCodes')}
          </Button>
        </div>
        <Button size="md" onClick={onClose}>
          {say('codesKept')}
        </Button>
      </div>
    </Dialog>
  );
}

const download = (fileName: string, text: string): void => {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(href);
};
