import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { useToast } from '@parvis/ui/toast/toasts';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { EngagementSourcesDocument, FetchEngagementsDocument } from '../../gql/graphql.js';
import classes from './engagements.module.css';
import { useWords } from './words.js';

/** The list is asked for again then. */
const USUAL_READING_IN_MS = 3_000;

interface FetchFromAccountingProps {
  readonly structureId: string;
  readonly onAsked: () => void;
}

/** Has the engagements that the accounting system keeps read now; each night does it by itself. */
export function FetchFromAccounting({ structureId, onAsked }: FetchFromAccountingProps): ReactNode {
  const mayManage = useViewerCan('ENGAGEMENT_MANAGE', structureId);
  const mayOperate = useViewerCan('CONNECTOR_OPERATE', structureId);
  const { data } = useQuery(EngagementSourcesDocument, { skip: !mayManage || !mayOperate });
  const live = data?.accountingConnections.filter(
    (connection) => connection.live && connection.active && connection.structure.id === structureId,
  );
  const ask = useAsk(onAsked);
  if (!live || live.length === 0) return null;
  return (
    <span className={classes.fetch}>
      {live.map(({ id, name }) => (
        <FetchButton key={id} name={name} onPress={() => void ask(id)} />
      ))}
    </span>
  );
}

function FetchButton({ name, onPress }: { readonly name: string; readonly onPress: () => void }): ReactNode {
  const say = useWords();
  return (
    <Button variant="default" onClick={onPress}>
      {say('fetchFrom', { name })}
    </Button>
  );
}

const useAsk = (onAsked: () => void) => {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [fetchNow] = useMutation(FetchEngagementsDocument);
  return async (connectionId: string): Promise<void> => {
    const input = { connectionId, language } as const;
    const answer = await fetchNow({ variables: { input } }).catch(() => undefined);
    const outcome = answer?.data?.fetchEngagements;
    if (outcome?.__typename === 'EngagementsAskedFor') {
      toast({ message: say('fetchAsked', { name: outcome.connectionName }) });
      setTimeout(onAsked, USUAL_READING_IN_MS);
    } else
      toast({
        tone: 'danger',
        message:
          outcome?.__typename === 'ActRefused' ? `${outcome.message} ${outcome.nextStep}` : say('failed'),
      });
  };
};
