import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FilterSearch } from '@parvis/ui/filters/filter-search';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ConnectorKindsDocument, type KindCardFragment } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { OperatorsOnly } from '../operators-only.js';
import { useWords } from '../words.js';
import classes from './set-up.module.css';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** The kinds of software that can be connected, each with the sentence that helps to choose. */
export function KindsPage(): ReactNode {
  const say = useWords();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: say('title'), href: paths.connectors }]}
        title={say('newTitle')}
        subtitle={say('newSubtitle')}
      />
      <OperatorsOnly>{() => <Kinds />}</OperatorsOnly>
    </>
  );
}

function Kinds(): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [sought, setSought] = useState('');
  const { data, error, refetch } = useQuery(ConnectorKindsDocument, { variables: { language } });
  if (!data)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />;
  const kinds = data.connectorKinds.filter(({ label, description }) =>
    plain(`${label} ${description}`).includes(plain(sought.trim())),
  );
  return (
    <>
      <div className={classes.search}>
        <FilterSearch label={say('searchKinds')} value={sought} onChange={setSought} />
        <p role="status">{say('kindsFound', { count: kinds.length })}</p>
      </div>
      {kinds.length === 0 && (
        <EmptyState
          title={say('noKindTitle')}
          why={say('noKindText')}
          firstStep={<Button onClick={() => setSought('')}>{say('seeAllKinds')}</Button>}
        />
      )}
      <ul className={classes.kinds}>
        {kinds.map((kind) => (
          <KindCard key={kind.system} kind={kind} />
        ))}
      </ul>
    </>
  );
}

function KindCard({ kind }: { readonly kind: KindCardFragment }): ReactNode {
  const say = useWords();
  const { attachments, reasons, paymentSteps } = kind.capabilities;
  const passes = [
    say('passes_invoices'),
    attachments && say('passes_attachments'),
    kind.statusWords.length > 0 && say('passes_statuses'),
    reasons && say('passes_reasons'),
    paymentSteps && say('passes_payment'),
  ].filter((sentence) => sentence !== false);
  return (
    <li className={classes.kind}>
      <h2>
        <Link href={paths.connectorSetUp(kind.system)}>{kind.label}</Link>
      </h2>
      <p>{kind.description}</p>
      <ul className={classes.passes} aria-label={say('whatPasses')}>
        {passes.map((sentence) => (
          <li key={sentence}>
            <IconCheck size={15} stroke={2.4} aria-hidden /> {sentence}
          </li>
        ))}
      </ul>
    </li>
  );
}
