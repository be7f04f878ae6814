import { type ReactNode, useState } from 'react';
import { Button } from '../src/acts/button.js';
import { CheckboxField } from '../src/form/checkbox-field.js';
import { Form } from '../src/form/form.js';
import { errorOf, type FormOutcome } from '../src/form/outcome.js';
import { PasswordField } from '../src/form/password-field.js';
import { RadioCards } from '../src/form/radio-cards.js';
import { SelectField } from '../src/form/select-field.js';
import { SubmitButton } from '../src/form/submit-button.js';
import { TextArea } from '../src/form/text-area.js';
import { TextField } from '../src/form/text-field.js';
import { PageHeader } from '../src/frame/page-header.js';
import classes from './gallery.module.css';
import { Account, Rules, Steps } from './guided-form.js';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

function Suspension({ name, outcome }: { readonly name: string; readonly outcome?: FormOutcome }) {
  const told = useTold();
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState(
    told('Il manque le bon de livraison.', 'The delivery note is missing.'),
  );
  const [scope, setScope] = useState('one');
  const [mailed, setMailed] = useState(true);
  const id = (field: string) => `${name}-${field}`;
  return (
    <Form
      onSubmit={() => {}}
      outcome={outcome}
      actions={
        <>
          <SubmitButton>{told('Suspendre la facture', 'Suspend the invoice')}</SubmitButton>
          <Button variant="default" size="md">
            {told('Annuler', 'Cancel')}
          </Button>
        </>
      }
    >
      <SelectField
        id={id('reason')}
        label={told('Motif', 'Reason')}
        hint={told('Le fournisseur le lira tel quel.', 'The supplier will read it as it is.')}
        value={reason}
        onChange={setReason}
        error={errorOf(outcome, id('reason'))}
        choices={[
          { value: 'document', label: told('Justificatif manquant', 'Document missing') },
          { value: 'order', label: told('Commande introuvable', 'Order not found') },
        ]}
      />
      <TextArea
        id={id('comment')}
        label={told('Précision', 'Details')}
        value={comment}
        onChange={setComment}
        maxLength={255}
        optional
        rows={3}
      />
      <CheckboxField
        id={id('mail')}
        label={told('Prévenir le fournisseur par courriel', 'Tell the supplier by e-mail')}
        text={told('Il le saura aussi sur sa page.', 'They also see it on their page.')}
        checked={mailed}
        onChange={setMailed}
      />
      <RadioCards
        id={id('scope')}
        label={told('Pour quelles factures', 'For which invoices')}
        value={scope}
        onChange={setScope}
        choices={[
          {
            value: 'one',
            label: told('Celle-ci', 'This one'),
            description: told('Les autres suivent leur cours.', 'The others go on.'),
          },
          {
            value: 'all',
            label: told('Toutes celles de cette commande', 'All those of this order'),
            description: told('4 factures, 1 280,00 €.', '4 invoices, €1,280.00.'),
          },
        ]}
      />
    </Form>
  );
}

function SignIn({
  sending = false,
  outcome,
}: {
  readonly sending?: boolean;
  readonly outcome?: FormOutcome;
}) {
  const told = useTold();
  const [email, setEmail] = useState('claire@valmont.test');
  const [password, setPassword] = useState('');
  const id = sending ? 'sending' : (outcome?.kind ?? 'plain');
  return (
    <Form
      onSubmit={() => {}}
      sending={sending}
      outcome={outcome}
      actions={
        <SubmitButton sending={sending} sendingLabel={told('Connexion', 'Signing in')} fullWidth>
          {told('Se connecter', 'Sign in')}
        </SubmitButton>
      }
    >
      <TextField
        id={`${id}-email`}
        label={told('Adresse électronique', 'E-mail address')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <PasswordField
        id={`${id}-password`}
        label={told('Mot de passe', 'Password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </Form>
  );
}

const Cell = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Specimen name={name}>{children}</Specimen>
);

export function FormsPage() {
  const told = useTold();
  return (
    <>
      <PageHeader
        title={told('Formulaires', 'Forms')}
        subtitle={told(
          'Chaque issue a sa forme. Ce qui a été saisi reste toujours.',
          'Each outcome has its look. What was typed always stays.',
        )}
      />
      <Cell name="StepList">
        <Steps />
      </Cell>
      <Cell name="RowsField">
        <Rules />
      </Cell>
      <div className={classes.two}>
        <Cell name="ComboboxField">
          <Account />
        </Cell>
        <Cell name="Form">
          <Suspension name="plain" />
        </Cell>
        <Cell name="Form · field-errors">
          <Suspension
            name="errors"
            outcome={{
              kind: 'field-errors',
              errors: [
                {
                  fieldId: 'errors-reason',
                  message: told(
                    'Choisissez un motif : le fournisseur en a besoin pour répondre.',
                    'Choose a reason: the supplier needs it to answer.',
                  ),
                },
              ],
            }}
          />
        </Cell>
        <Cell name="Form · refused">
          <SignIn
            outcome={{
              kind: 'refused',
              message: told('Adresse ou mot de passe inconnu', 'Unknown address or password'),
              nextStep: told(
                'Vérifiez les deux, ou demandez un nouveau mot de passe.',
                'Check both, or ask for a new password.',
              ),
            }}
          />
        </Cell>
        <Cell name="Form · sending">
          <SignIn sending />
        </Cell>
        <Cell name="Form · too-many-tries">
          <SignIn outcome={{ kind: 'too-many-tries', retryAt: new Date('2026-10-28T10:45:00Z') }} />
        </Cell>
        <Cell name="Form · failed">
          <SignIn outcome={{ kind: 'failed', reference: '7F3K-92QD' }} />
        </Cell>
        <Cell name="Form · done">
          <SignIn outcome={{ kind: 'done', message: told('Mot de passe changé.', 'Password changed.') }} />
        </Cell>
      </div>
    </>
  );
}
