import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { Notice } from '@parvis/ui/display/notice';
import { useToast } from '@parvis/ui/toast/toasts';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { RemoveConnectionDocument } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import type { SettledConnection } from './settled-connection.js';

/** Takes a connection away for good, as long as nothing went over it. */
export function RemoveConnection({ connection }: { readonly connection: SettledConnection }): ReactNode {
  const say = useWords();
  const toast = useToast();
  const client = useApolloClient();
  const { history } = useRouter();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly title: string; readonly text: string }>();
  const [send, { loading }] = useMutation(RemoveConnectionDocument);
  const remove = async (): Promise<void> => {
    const input = { connectionId: connection.id, language } as const;
    const answer = await send({ variables: { input } }).catch(() => undefined);
    const outcome = answer?.data?.removeConnection;
    setAsked(false);
    if (outcome?.__typename === 'ConnectionRemoved') {
      client.cache.evict({ id: `AccountingConnection:${connection.id}` });
      toast({ message: say('removed', { name: connection.name }) });
      history.push(paths.connectors);
    } else setRefusal({ title: outcome?.message ?? say('notDone'), text: outcome?.nextStep ?? '' });
  };
  return (
    <section className={`pv-panel ${classes.section}`}>
      <h2>{say('remove')}</h2>
      <p className={classes.help}>{say('removeText')}</p>
      {refusal && (
        <Notice live tone="danger" title={refusal.title}>
          {refusal.text}
        </Notice>
      )}
      <div>
        <Button variant="default" color="red" onClick={() => setAsked(true)}>
          {say('removeAct')}
        </Button>
      </div>
      <ConfirmDialog
        opened={isAsked}
        destructive
        title={say('removeTitle', { name: connection.name })}
        confirmLabel={say('removeAct')}
        sending={loading}
        onConfirm={() => void remove()}
        onClose={() => setAsked(false)}
      >
        <p>{say('removeConsequence')}</p>
      </ConfirmDialog>
    </section>
  );
}
