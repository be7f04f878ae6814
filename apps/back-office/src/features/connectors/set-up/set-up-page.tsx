import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConnectorKindDocument } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { OperatorsOnly } from '../operators-only.js';
import { useWords } from '../words.js';
import { GuidedSetUp } from './guided-set-up.js';

const route = getRouteApi('/inside/connecteurs/nouveau/$system');

/** One kind of software, connected step by step. */
export function SetUpPage(): ReactNode {
  const { system } = route.useParams();
  return (
    <OperatorsOnly>
      {(structureId) => <Loaded key={`${structureId} ${system}`} system={system} structureId={structureId} />}
    </OperatorsOnly>
  );
}

interface LoadedProps {
  readonly system: string;
  readonly structureId: string;
}

function Loaded({ system, structureId }: LoadedProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, previousData, error, refetch } = useQuery(ConnectorKindDocument, {
    variables: { system, language },
  });
  // The same kind in the other language: what was typed stays.
  const known = data ?? previousData;
  if (!known)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />;
  const kind = known.connectorKind;
  if (!kind) {
    return (
      <EmptyState
        wholePage
        title={say('kindGoneTitle')}
        why={say('kindGoneText')}
        firstStep={<Button href={paths.connectorKinds}>{say('seeAllKinds')}</Button>}
      />
    );
  }
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: say('title'), href: paths.connectors },
          { label: say('newTitle'), href: paths.connectorKinds },
        ]}
        title={say('setUpTitle', { system: kind.label })}
        subtitle={kind.description}
      />
      <GuidedSetUp kind={kind} structureId={structureId} />
    </>
  );
}
