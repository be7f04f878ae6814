import { Button } from '@parvis/ui/acts/button';
import { CloseButton } from '@parvis/ui/acts/close-button';
import { ProgressBar } from '@parvis/ui/display/progress-bar';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Attachment } from './attachments.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

export interface AttachmentRowProps {
  readonly attachment: Attachment;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** One file of the answer: its progress, then its size, or why it did not arrive. */
export function AttachmentRow({ attachment, onRetry, onRemove }: AttachmentRowProps): ReactNode {
  const say = useWords();
  const { size } = useDisplay();
  const { file, state } = attachment;
  return (
    <li className={classes.document}>
      <IconPaperclip size={18} stroke={1.7} aria-hidden />
      <span className={classes.grows}>
        {file.name}
        {state.kind === 'uploading' && (
          <ProgressBar share={state.share} label={say('uploading', { name: file.name })} />
        )}
        {state.kind === 'uploaded' && <small className={classes.faint}>{size(file.size)}</small>}
        {state.kind === 'failed' && (
          <small role="alert" className={classes.failed}>
            {state.message ?? say('uploadFailed', { name: file.name })}
          </small>
        )}
      </span>
      {state.kind === 'failed' && !state.message && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {say('again')}
        </Button>
      )}
      <CloseButton aria-label={say('remove', { name: file.name })} onClick={onRemove} />
    </li>
  );
}
