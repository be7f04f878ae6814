import { useMutation } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { CopyText } from '@parvis/ui/display/copy-text';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { ConfirmTotpDocument } from '../gql/graphql.js';
import classes from './account.module.css';
import { QrCode } from './qr-code.js';
import type { SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

interface EnrolAppDialogProps extends Pick<SectionProps, 'onChanged'> {
  readonly secret: string;
  readonly uri: string;
  readonly onClose: () => void;
}

/** Scan, type what the app shows, done. */
export function EnrolAppDialog({ secret, uri, onChanged, onClose }: EnrolAppDialogProps): ReactNode {
  const say = useAccountWords();
  const [code, setCode] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const { run, sending } = useProtectionAct((protection, codes) => {
    onClose();
    onChanged(protection, codes);
  });
  const [confirm] = useMutation(ConfirmTotpDocument);
  const submit = async (): Promise<void> => {
    if (code.trim() === '')
      return setOutcome({ kind: 'field-errors', errors: [{ fieldId: 'code', message: say('codeMissing') }] });
    setOutcome(undefined);
    await run(
      async () => (await confirm({ variables: { code } })).data?.confirmTotp,
      say('totpAdded'),
      (refusal) => setOutcome({ kind: 'refused', ...refusal }),
    );
  };
  return (
    <Dialog opened size="md" title={say('addTotp')} onClose={onClose}>
      <div className={classes.enrol}>
        <p className={classes.text}>{say('scan')}</p>
        <div className={classes.qr}>
          <QrCode text={uri} label={say('qrCode')} />
        </div>
        <p className={classes.text}>
          {say('orType')}{' '}
          <CopyText value={secret} shown={secret.replaceAll(/.{4}(?=.)/g, '$& ')} label={say('secret')} />
        </p>
        <Form
          outcome={outcome}
          sending={sending}
          onSubmit={() => void submit()}
          actions={<SubmitButton sending={sending}>{say('confirm')}</SubmitButton>}
        >
          <TextField
            id="code"
            name="code"
            autoFocus
            label={say('code')}
            hint={say('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            error={errorOf(outcome, 'code')}
          />
        </Form>
      </div>
    </Dialog>
  );
}
