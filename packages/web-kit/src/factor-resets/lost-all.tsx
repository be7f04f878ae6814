import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { Notice } from '@parvis/ui/display/notice';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextArea } from '@parvis/ui/form/text-area';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { type ReactNode, useState } from 'react';
import {
  AskFactorResetDocument,
  FactorResetBehindDocument,
  type FactorResetStandingFragment,
} from '../gql/graphql.js';
import classes from '../session/sign-in-page.module.css';
import { useResetWords } from './words.js';

export interface LostAllProps {
  /** Of the first step: the password was right. */
  readonly challenge: string;
  readonly onBack: () => void;
  readonly onBeginAgain: () => void;
}

/** Every second factor is lost: asks the managers, or shows how the request stands. */
export function LostAll({ challenge, onBack, onBeginAgain }: LostAllProps): ReactNode {
  const say = useResetWords();
  const [made, setMade] = useState<FactorResetStandingFragment>();
  const { data, error } = useQuery(FactorResetBehindDocument, {
    variables: { challenge },
    fetchPolicy: 'network-only',
  });
  const standing = made ?? data?.factorReset;
  if (!standing && !data && !error) return <PageLoading shape="form" />;
  return (
    <div className={classes.steps}>
      <h2 className={classes.stepTitle}>{say(standing ? 'askedTitle' : 'title')}</h2>
      {standing ? <Standing standing={standing} /> : <AskForm challenge={challenge} onAsked={setMade} />}
      <div className={classes.others}>
        <Button variant="subtle" onClick={onBack}>
          {say('back')}
        </Button>
        <Button variant="subtle" onClick={onBeginAgain}>
          {say('beginAgain')}
        </Button>
      </div>
    </div>
  );
}

function Standing({ standing }: { readonly standing: FactorResetStandingFragment }): ReactNode {
  const say = useResetWords();
  return (
    <>
      <Notice tone="info" live title={say('approved', { count: standing.approvals })}>
        {standing.effectiveAt ? (
          <>
            {say('grantedText')} <DateText value={standing.effectiveAt} look="exact" />
          </>
        ) : (
          say('waitingText')
        )}
      </Notice>
      <p className={classes.text}>{say('afterText')}</p>
    </>
  );
}

interface AskFormProps {
  readonly challenge: string;
  readonly onAsked: (standing: FactorResetStandingFragment) => void;
}

function AskForm({ challenge, onAsked }: AskFormProps): ReactNode {
  const say = useResetWords();
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [ask, { loading }] = useMutation(AskFactorResetDocument);
  const submit = async (): Promise<void> => {
    if (reason.trim() === '')
      return setOutcome({
        kind: 'field-errors',
        errors: [{ fieldId: 'reset-reason', message: say('reasonMissing') }],
      });
    const answer = await ask({ variables: { input: { challenge, reason } } }).catch(() => undefined);
    const asked = answer?.data?.askFactorReset;
    if (asked?.__typename === 'FactorResetStatus') return onAsked(asked);
    setOutcome(
      asked ? { kind: 'refused', message: asked.message, nextStep: asked.nextStep } : { kind: 'failed' },
    );
  };
  return (
    <Form
      outcome={outcome}
      sending={loading}
      onSubmit={() => void submit()}
      actions={
        <SubmitButton sending={loading} fullWidth>
          {say('ask')}
        </SubmitButton>
      }
    >
      <p className={classes.text}>{say('text')}</p>
      <TextArea
        id="reset-reason"
        name="reason"
        label={say('reason')}
        hint={say('reasonHint')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={errorOf(outcome, 'reset-reason')}
      />
    </Form>
  );
}
