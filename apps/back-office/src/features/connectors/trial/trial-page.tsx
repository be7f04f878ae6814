import { useMutation } from '@apollo/client/react';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DryRunDocument } from '../../../gql/graphql.js';
import { ConnectionShell, type ShownConnection } from '../connection/connection-shell.js';
import { useWords } from '../words.js';
import { GoLive } from './go-live.js';
import { SendInvoice } from './send-invoice.js';
import classes from './trial.module.css';
import { TriedCard } from './tried-card.js';
import type { TriedInvoice } from './tried-invoice.js';

const route = getRouteApi('/inside/connecteurs/$id/essai');

const HOW_MANY = 10;

/** What the last invoices would become there, without anything being sent. */
export function TrialPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <ConnectionShell key={id} id={id} tab="trial">
      {(shown) => <Trial {...shown} />}
    </ConnectionShell>
  );
}

function Trial({ connection, mayOperate, reload }: ShownConnection): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [run, { data, loading, error }] = useMutation(DryRunDocument);
  const [wasRun, setRun] = useState(false);
  const answer = data?.dryRunConnection;
  const tried = answer?.__typename === 'DryRun' ? answer.invoices : undefined;
  const start = async (): Promise<void> => {
    setRun(true);
    const input = { connectionId: connection.id, first: HOW_MANY, language } as const;
    await run({ variables: { input, language } }).catch(() => undefined);
  };
  return (
    <div className={classes.trial}>
      <section className={`pv-panel ${classes.intro}`} aria-label={say('trial')}>
        <p>{say('trialText', { count: HOW_MANY })}</p>
        {wasRun && !loading && error && (
          <FormAnswer outcome={{ kind: 'failed', reference: referenceOf(error) }} />
        )}
        {wasRun && !loading && answer?.__typename === 'ActRefused' && (
          <FormAnswer outcome={{ kind: 'refused', message: answer.message, nextStep: answer.nextStep }} />
        )}
        {mayOperate ? (
          <div>
            <SubmitButton
              variant={tried ? 'default' : 'filled'}
              sending={loading}
              sendingLabel={say('trialRunning')}
              onClick={() => void start()}
            >
              {say(tried ? 'trialAgain' : 'trialStart')}
            </SubmitButton>
          </div>
        ) : (
          <p className={classes.quiet}>{say('trialReader')}</p>
        )}
      </section>
      {!connection.live && mayOperate && <GoLive connection={connection} tried={tried} onLive={reload} />}
      {tried && !loading && <Outcome tried={tried} shown={{ connection, mayOperate, reload }} />}
    </div>
  );
}

interface OutcomeProps {
  readonly tried: readonly TriedInvoice[];
  readonly shown: ShownConnection;
}

function Outcome({ tried, shown }: OutcomeProps): ReactNode {
  const say = useWords();
  // In service, invoices leave at their time: sending one by hand would run ahead of that.
  const maySend = shown.mayOperate && !shown.connection.live;
  const passing = tried.filter(({ outcome }) => outcome === 'PREVIEW').length;
  if (tried.length === 0) return <EmptyState title={say('trialNoneTitle')} why={say('trialNoneText')} />;
  return (
    <section aria-label={say('trialOutcome')} className={classes.outcome}>
      <div role="status">
        <h2>
          {passing === tried.length
            ? say('trialAllPass', { count: passing })
            : say('trialSomePass', { passing, total: tried.length })}
        </h2>
      </div>
      <ul className={classes.cards}>
        {tried.map((each) => (
          <TriedCard
            key={each.invoice.id}
            tried={each}
            acts={maySend && <SendInvoice tried={each} connection={shown.connection} reload={shown.reload} />}
          />
        ))}
      </ul>
    </section>
  );
}
