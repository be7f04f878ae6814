import { Button } from '@parvis/ui/acts/button';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useEffect, useRef } from 'react';
import { AboutFields } from '../settings/about-fields.js';
import type { useSaveConnection } from '../settings/use-save-connection.js';
import type { ConnectionDraft } from '../settings/use-settings-draft.js';
import { useWords } from '../words.js';
import classes from './set-up.module.css';

interface LastStepProps {
  readonly total: number;
  readonly form: ConnectionDraft;
  readonly saving: ReturnType<typeof useSaveConnection>;
  readonly onBack: (() => void) | undefined;
  readonly onSave: () => void;
}

/** Its name and when invoices leave. It is saved out of service: a dry run comes first. */
export function LastStep({ total, form, saving, onBack, onSave }: LastStepProps): ReactNode {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <form
      className={`pv-panel ${classes.step}`}
      aria-label={say('lastStep')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.sending) onSave();
      }}
    >
      <div>
        <p className={classes.count}>{say('stepOf', { number: total, total })}</p>
        <h2 ref={heading} tabIndex={-1}>
          {say('lastStep')}
        </h2>
        <p className={classes.help}>{say('lastStepText')}</p>
      </div>
      {saving.outcome && !saving.sending && <FormAnswer outcome={saving.outcome} />}
      <AboutFields about={form.about} onChange={form.changeAbout} faults={saving.faults} withLive={false} />
      <div className={classes.acts}>
        <SubmitButton sending={saving.sending}>{say('saveAndTry')}</SubmitButton>
        {onBack && (
          <Button variant="subtle" size="md" onClick={onBack}>
            {say('goBack')}
          </Button>
        )}
      </div>
      <p className={classes.quiet}>{say('saveAndTryText')}</p>
    </form>
  );
}
