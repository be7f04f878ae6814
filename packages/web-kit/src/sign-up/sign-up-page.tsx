import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { Link } from '@parvis/ui/link/link';
import { type ReactNode, useEffect, useState } from 'react';
import { SignUpDocument } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { IdentifierFields } from './identifier-fields.js';
import { keepDraft, keepPending, keepWayTo, keptDraft, type SignUpDraft } from './kept.js';
import type { SignUpPlace } from './place.js';
import { fieldId, outcomeOf } from './refusal-outcome.js';
import classes from './sign-up.module.css';
import { SignUpFrame } from './sign-up-frame.js';
import { StructureFields } from './structure-fields.js';
import { StructureNotice } from './structure-notice.js';
import { useStructure } from './use-structure.js';
import { useSignUpWords } from './words.js';

/** The first of three screens: the structure and the person, in one short form. What was typed survives a reload. */
export function SignUpPage({ side, homeHref, confirmHref, go }: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const language = useLanguage();
  const [draft, setDraft] = useState(() => keptDraft(side));
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const structure = useStructure(side, draft.identifierType, draft.identifier);
  const [signUp, { loading: sending }] = useMutation(SignUpDocument);
  const asksStructure = side === 'SUPPLIER' && asksFor(structure.found?.kind, outcome);

  useEffect(() => keepWayTo(location.search), []);

  const change = (changes: Partial<SignUpDraft>): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    keepDraft(side, next);
  };
  const submit = async (): Promise<void> => {
    const { structureName, street, postCode, town, ...rest } = draft;
    const input = {
      ...rest,
      side,
      password,
      language: language === 'en' ? ('EN' as const) : ('FR' as const),
      structure: { name: structureName, street, postCode, town },
    };
    const answer = (await signUp({ variables: { input } }).catch(() => undefined))?.data?.signUp;
    if (answer?.__typename !== 'SignUpStarted') return setOutcome(outcomeOf(answer));
    const { signUpId, email: sentTo, codeExpiresAt, demonstrationMailbox: mailbox } = answer;
    keepPending({ signUpId, email: sentTo, codeExpiresAt, mailbox });
    go(confirmHref);
  };
  const person = (name: 'name' | 'email', autoComplete: string) => ({
    id: fieldId(name),
    name,
    autoComplete,
    label: say(name),
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errorOf(outcome, fieldId(name)),
  });

  return (
    <SignUpFrame
      title={say('title')}
      subtitle={say(side === 'SUPPLIER' ? 'introSupplier' : 'introEntity')}
      below={
        <>
          {say('haveAccount')}{' '}
          <Link href={homeHref} className="pv-link">
            {say('signIn')}
          </Link>
        </>
      }
    >
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={sending}
        actions={
          <SubmitButton sending={sending} sendingLabel={say('submitting')} fullWidth>
            {say('submit')}
          </SubmitButton>
        }
      >
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{say('structure')}</legend>
          <IdentifierFields side={side} draft={draft} onChange={change} outcome={outcome} />
          <StructureNotice {...structure} />
          {asksStructure && <StructureFields draft={draft} onChange={change} outcome={outcome} />}
        </fieldset>
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{say('you')}</legend>
          <TextField {...person('name', 'name')} />
          <TextField {...person('email', 'username')} type="email" hint={say('emailHint')} />
          <PasswordField
            id={fieldId('password')}
            name="password"
            autoComplete="new-password"
            label={say('password')}
            hint={say('passwordHint')}
            value={password}
            onChange={setPassword}
            error={errorOf(outcome, fieldId('password'))}
          />
        </fieldset>
      </Form>
    </SignUpFrame>
  );
}

const ofStructure = ['structureName', 'street', 'postCode', 'town'].map(fieldId);

/** When it is new, when that is not known, and when the gateway missed something of it. */
const asksFor = (kind: string | undefined, outcome: FormOutcome | undefined): boolean =>
  kind === 'NEW' ||
  kind === 'TOO_MANY' ||
  (kind === undefined &&
    outcome?.kind === 'field-errors' &&
    outcome.errors.some((error) => ofStructure.includes(error.fieldId)));
