import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { useAccountWords } from './words.js';

export interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly submitLabel: string;
  readonly sending: boolean;
  /** What came of the last sending. */
  readonly outcome?: FormOutcome | undefined;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks what to call a passkey. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const { title, name: known, submitLabel, sending, outcome: came, onSubmit, onClose } = props;
  const say = useAccountWords();
  const [name, setName] = useState(known);
  const [missing, setMissing] = useState<FormOutcome>();
  const outcome = missing ?? came;
  const submit = (): void => {
    if (name.trim() === '') {
      setMissing({
        kind: 'field-errors',
        errors: [{ fieldId: 'passkey-name', message: say('passkeyNameMissing') }],
      });
      return;
    }
    setMissing(undefined);
    onSubmit(name.trim());
  };
  return (
    <Dialog opened size="md" title={title} onClose={onClose}>
      <Form
        outcome={outcome}
        sending={sending}
        onSubmit={submit}
        actions={<SubmitButton sending={sending}>{submitLabel}</SubmitButton>}
      >
        <TextField
          id="passkey-name"
          name="passkey-name"
          label={say('passkeyName')}
          hint={say('passkeyNameHint')}
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={setName}
          error={errorOf(outcome, 'passkey-name')}
        />
      </Form>
    </Dialog>
  );
}
