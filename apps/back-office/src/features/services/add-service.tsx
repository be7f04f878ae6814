import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { type ReactNode, useState } from 'react';
import beside from '../../settings-view/beside-form.module.css';
import { emptyService } from '../../settings-view/drafts.js';
import { ServiceFields } from './service-fields.js';
import classes from './services.module.css';
import { useSaveService } from './use-save-service.js';
import { useWords } from './words.js';

export interface AddServiceProps {
  readonly structureId: string;
  readonly entityAsks: boolean;
  readonly onAdded: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** A new service, in its place above the list; after each, the form is ready for the next. */
export function AddService({ structureId, entityAsks, onAdded, onClose }: AddServiceProps): ReactNode {
  const say = useWords();
  const kept = useKeptDraft(`parvis.new-service.${structureId}`, emptyService);
  const saving = useSaveService(structureId, onAdded);
  const [added, setAdded] = useState<string>();
  const submit = async (): Promise<void> => {
    const { name } = kept.draft;
    setAdded(undefined);
    if (saving.sending || !(await saving.add(kept.draft))) return;
    kept.forget();
    setAdded(name.trim());
    document.getElementById('service-code')?.focus();
  };
  return (
    <form
      className={`pv-panel ${beside.form} ${classes.add}`}
      aria-label={say('addTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="pv-panel-title">{say('addTitle')}</h2>
      {saving.outcome && !saving.sending && <FormAnswer outcome={saving.outcome} />}
      {added !== undefined && <Notice tone="success">{say('addedNext', { name: added })}</Notice>}
      <ServiceFields
        draft={kept.draft}
        onChange={kept.change}
        outcome={saving.outcome}
        entityAsks={entityAsks}
        isNew
      />
      <div className={classes.acts}>
        <SubmitButton sending={saving.sending}>{say('addSubmit')}</SubmitButton>
        <Button variant="default" size="md" onClick={onClose}>
          {say(added === undefined || kept.isChanged ? 'cancel' : 'finish')}
        </Button>
      </div>
    </form>
  );
}
