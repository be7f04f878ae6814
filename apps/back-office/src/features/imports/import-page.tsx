import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { ProgressBar } from '@parvis/ui/display/progress-bar';
import { FileDrop } from '@parvis/ui/documents/file-drop';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { NoRight } from '@parvis/ui/states/no-right';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ExchangeKind, templateAddress } from '../../exchange/table-address.js';
import { paths } from '../../paths.js';
import { ImportPreviewView } from './import-preview.js';
import classes from './imports.module.css';
import { type ImportApplied, type Problem, useImport } from './use-import.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/annuaire/import/$kind');

/** Services or engagements from a file: chosen, looked at, then taken in as a whole. */
export function ImportPage(): ReactNode {
  const say = useWords();
  const kind: ExchangeKind = route.useParams().kind === 'engagements' ? 'engagements' : 'services';
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const may = useViewerCan(kind === 'services' ? 'SETTINGS_CHANGE' : 'ENGAGEMENT_MANAGE', structureId);
  return (
    <>
      <PageHeader
        title={say(`title_${kind}`)}
        subtitle={say(`subtitle_${kind}`)}
        breadcrumbs={[{ label: say(`back_${kind}`), href: paths[kind] }]}
      />
      {structureId && may ? (
        <Import key={`${kind} ${structureId}`} kind={kind} structureId={structureId} />
      ) : (
        <NoRight right={say(`noRight_${kind}`)} whoCanGive={say('noRightWho')} />
      )}
    </>
  );
}

interface ImportProps {
  readonly kind: ExchangeKind;
  readonly structureId: string;
}

function Import({ kind, structureId }: ImportProps): ReactNode {
  const say = useWords();
  const work = useImport(kind, structureId);
  const { step } = work;
  switch (step.at) {
    case 'choose':
      return <Choose kind={kind} problem={step.problem} onFile={(file) => void work.take(file)} />;
    case 'sending':
      return (
        <section className={`pv-panel ${classes.step}`} aria-busy="true">
          <p>{say('sending', { name: step.name })}</p>
          <ProgressBar share={step.share} label={say('sending', { name: step.name })} />
        </section>
      );
    case 'reading':
      return <PageLoading shape="list" doing={say('reading', { name: step.name })} />;
    case 'preview':
      return <ImportPreviewView kind={kind} structureId={structureId} step={step} work={work} />;
    case 'done':
      return <Done kind={kind} applied={step.applied} onAgain={work.again} />;
  }
}

interface ChooseProps {
  readonly kind: ExchangeKind;
  readonly problem: Problem | undefined;
  readonly onFile: (file: File) => void;
}

function Choose({ kind, problem, onFile }: ChooseProps): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <section className={`pv-panel ${classes.step}`} aria-labelledby="import-file">
      <h2 id="import-file" className="pv-panel-title">
        {say('file')}
      </h2>
      {problem && (
        <Notice tone="danger" title={problem.message} live>
          {problem.nextStep}
        </Notice>
      )}
      <FileDrop
        accept=".csv,.xlsx,.txt"
        hint={say('hint')}
        maximumBytes={20 * 1024 * 1024}
        multiple={false}
        onFiles={([file]) => file && onFile(file)}
      />
      <p className={classes.quiet}>
        {say('templates')}{' '}
        <Link className="pv-link" href={templateAddress(kind, 'csv', language)} download>
          {say('template_csv')}
        </Link>
        {', '}
        <Link className="pv-link" href={templateAddress(kind, 'xlsx', language)} download>
          {say('template_xlsx')}
        </Link>
        . {say('keeps')}
      </p>
    </section>
  );
}

const doneCounts = ['added', 'changed', 'unchanged', 'closed'] as const;

interface DoneProps {
  readonly kind: ExchangeKind;
  readonly applied: ImportApplied;
  readonly onAgain: () => void;
}

function Done({ kind, applied, onAgain }: DoneProps): ReactNode {
  const say = useWords();
  const told = doneCounts.map((name) => say(`done_${name}`, { count: applied[name] })).join(', ');
  return (
    <section className={`pv-panel ${classes.step}`}>
      <Notice tone="success" title={say('done')} live>
        {told}.
      </Notice>
      <div className={classes.acts}>
        <Button href={paths[kind]} size="md">
          {say(`see_${kind}`)}
        </Button>
        <Button variant="default" size="md" onClick={onAgain}>
          {say('another')}
        </Button>
      </div>
    </section>
  );
}
