import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DirectoryEntryPageDocument, type EntryDetailsFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import classes from './directory.module.css';
import { EntryFacts } from './entry-facts.js';
import { ServiceAdvice } from './service-advice.js';
import { ServiceList } from './service-list.js';
import { useWords } from './words.js';

const route = getRouteApi('/open/annuaire/$siret');

/** One public entity: what its invoice must carry first, then which service it is for. */
export function EntryPage(): ReactNode {
  const { siret } = route.useParams();
  const language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data, error, refetch } = useQuery(DirectoryEntryPageDocument, { variables: { siret, language } });
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading shape="detail" />;
  return data.directoryEntry ? <Entry entry={data.directoryEntry} /> : <Unknown siret={siret} />;
}

function Entry({ entry }: { readonly entry: EntryDetailsFragment }): ReactNode {
  const say = useWords();
  const { pour = '' } = route.useSearch();
  const { siret: asked } = route.useParams();
  const { name, kind, town, active, requirementSentence, openServices, siret } = entry;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={`${say(`kind_${kind}`)}, ${town}`}
        badge={!active && <StatusChip tone="warning">{say('inactive')}</StatusChip>}
        breadcrumbs={[{ label: say('title'), href: paths.directory }]}
        mainAct={active && <Button href={paths.depositFor(siret)}>{say('startInvoice')}</Button>}
      />
      <Moved asked={asked} siret={siret} />
      {active ? (
        <p className={classes.requirement}>{requirementSentence}</p>
      ) : (
        <Notice tone="warning" title={say('closedTitle')}>
          {say('closedText')}
        </Notice>
      )}
      <EntryFacts entry={entry} />
      {active && openServices > 0 && (
        <>
          <ServiceAdvice key={siret} siret={siret} asked={pour} />
          <ServiceList siret={siret} />
        </>
      )}
      {active && openServices === 0 && <p className={classes.about}>{say('noServices')}</p>}
    </>
  );
}

/** The entity was looked for by a SIRET that it has left. */
function Moved({ asked, siret }: { readonly asked: string; readonly siret: string }): ReactNode {
  const say = useWords();
  const display = useDisplay();
  const left = asked.replaceAll(/\D/g, '');
  if (left === siret) return null;
  return (
    <Notice tone="info" title={say('movedTitle', { left: display.siret(left), now: display.siret(siret) })}>
      {say('movedText')}
    </Notice>
  );
}

function Unknown({ siret }: { readonly siret: string }): ReactNode {
  const say = useWords();
  const back = <Button href={paths.directory}>{say('backToSearch')}</Button>;
  return (
    <>
      <PageHeader
        title={say('unknownTitle')}
        breadcrumbs={[{ label: say('title'), href: paths.directory }]}
      />
      <EmptyState title={say('unknownSiret', { siret })} why={say('unknownText')} firstStep={back} />
    </>
  );
}
