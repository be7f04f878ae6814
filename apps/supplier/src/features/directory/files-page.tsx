import { useQuery } from '@apollo/client/react';
import {
  changeColumn,
  type DownloadColumn,
  entityColumns,
  serviceColumns,
} from '@parvis/domain/directory/download/columns';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { DirectoryEditionsDocument, type DirectoryEditionsQuery } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

/** The whole directory as files, the differences of each day, and what their columns say. */
export function FilesPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(DirectoryEditionsDocument);
  return (
    <>
      <PageHeader
        title={say('filesTitle')}
        subtitle={say('filesIntro')}
        breadcrumbs={[{ label: say('title'), href: paths.directory }]}
      />
      {error && !data && <Broken error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageLoading shape="list" />}
      {data && <Editions editions={data.directoryEditions} />}
      <Columns />
    </>
  );
}

type Edition = DirectoryEditionsQuery['directoryEditions'][number];

function Editions({ editions }: { readonly editions: readonly Edition[] }): ReactNode {
  const say = useWords();
  const [latest, ...earlier] = editions;
  if (!latest) return <EmptyState title={say('noEditionTitle')} why={say('noEditionText')} />;
  return (
    <>
      <EditionPanel edition={latest} />
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{say('earlierEditions')}</summary>
          {earlier.map((edition) => (
            <EditionPanel key={edition.day} edition={edition} />
          ))}
        </details>
      )}
    </>
  );
}

function EditionPanel({ edition }: { readonly edition: Edition }): ReactNode {
  const say = useWords();
  const { day, size, decimal } = useDisplay();
  const { entities, services, added, changed, closed, since } = edition;
  return (
    <section className={`pv-panel ${classes.edition}`} aria-labelledby={`edition-${edition.day}`}>
      <h2 id={`edition-${edition.day}`} className={classes.name}>
        {say('editionOf', { day: day(edition.day) })}
      </h2>
      <p className={classes.about}>
        {say('editionCounts', { entities: decimal(String(entities)), services: decimal(String(services)) })}{' '}
        {since && say('editionChanges', { added, changed, closed, day: day(since) })}
      </p>
      <ul className={classes.files}>
        {edition.files.map(({ name, path, bytes, sha256 }) => (
          <li key={name}>
            <a href={path} download>
              {say(`file_${fileWord(name)}`)}
            </a>{' '}
            <span className={classes.about}>{size(bytes)}</span>
            <code className={classes.hash}>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

const fileWord = (name: string): 'csv' | 'json' | 'changesCsv' | 'changesJson' => {
  const json = name.includes('.jsonl');
  if (name.startsWith('differences')) return json ? 'changesJson' : 'changesCsv';
  return json ? 'json' : 'csv';
};

function Columns(): ReactNode {
  const say = useWords();
  return (
    <section className={classes.section} aria-labelledby="columns-title">
      <h2 id="columns-title">{say('columnsTitle')}</h2>
      <p className={classes.about}>{say('columnsText')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('column')}</th>
            <th scope="col">{say('columnMeaning')}</th>
          </tr>
        </thead>
        <tbody>
          <Rows columns={[changeColumn]} />
          <Rows columns={entityColumns} />
          <Rows columns={serviceColumns} />
        </tbody>
      </table>
    </section>
  );
}

function Rows({
  columns,
}: {
  readonly columns: readonly Pick<DownloadColumn<never>, 'name' | 'meaning'>[];
}): ReactNode {
  const language = useLanguage();
  return columns.map(({ name, meaning }) => (
    <tr key={name}>
      <td>
        <code>{name}</code>
      </td>
      <td>{meaning[language]}</td>
    </tr>
  ));
}
