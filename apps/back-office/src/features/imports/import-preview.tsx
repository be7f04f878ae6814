import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { type ExchangeKind, faultyRowsAddress } from '../../exchange/table-address.js';
import { FaultyRows } from './faulty-rows.js';
import classes from './imports.module.css';
import { PreviewRows } from './preview-rows.js';
import type { ImportPreviewed, ImportWork } from './use-import.js';
import { useWords } from './words.js';

interface PreviewProps {
  readonly kind: ExchangeKind;
  readonly structureId: string;
  readonly step: ImportPreviewed;
  readonly work: ImportWork;
}

/** What the file would do: counts first, then what is wrong, then the first rows, then the act. */
export function ImportPreviewView({ kind, structureId, step, work }: PreviewProps): ReactNode {
  const say = useWords();
  const { preview, problem } = step;
  const { counts, ignoredColumns } = preview;
  return (
    <section className={classes.preview} aria-labelledby="import-preview">
      <h2 id="import-preview" className="pv-panel-title">
        {say('preview')}
      </h2>
      <p className={classes.quiet}>
        {preview.fileName} · {say('count_rows', { count: counts.rows })}
      </p>
      {problem && (
        <Notice tone="danger" title={problem.message} live>
          {problem.nextStep}
        </Notice>
      )}
      <Counts counts={counts} />
      {ignoredColumns.length > 0 && (
        <Notice tone="info">
          {say('ignored', { count: ignoredColumns.length, names: ignoredColumns.join(', ') })}
        </Notice>
      )}
      {counts.faulty > 0 && <Faulty kind={kind} structureId={structureId} step={step} />}
      {counts.faulty === 0 && counts.missing > 0 && (
        <CheckboxField
          id="close-missing"
          label={say(`closeMissing_${kind}`, { count: counts.missing })}
          text={say('closeMissingText')}
          checked={step.closeMissing}
          disabled={step.busy}
          onChange={(close) => void work.closeMissing(close)}
        />
      )}
      <Acts step={step} work={work} />
      {preview.rows.length > 0 && <PreviewRows preview={preview} />}
    </section>
  );
}

const kindsOfCount = ['added', 'changed', 'unchanged', 'faulty', 'missing'] as const;

function Counts({ counts }: { readonly counts: ImportPreviewed['preview']['counts'] }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <dl className={classes.counts}>
      {kindsOfCount.map((name) => (
        <div key={name} data-name={name} data-some={counts[name] > 0 || undefined}>
          <dt>{say(name)}</dt>
          <dd>{counts[name].toLocaleString(language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Faulty({ kind, structureId, step }: Omit<PreviewProps, 'work'>): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { counts, faultyRows } = step.preview;
  return (
    <>
      <Notice
        tone="danger"
        title={say('faultyTitle', { count: counts.faulty })}
        live
        actions={
          <Button
            variant="default"
            href={faultyRowsAddress(kind, structureId, step.uploadId, language)}
            download
          >
            {say('faultyDownload', { count: counts.faulty })}
          </Button>
        }
      >
        {say('faultyText')}{' '}
        {faultyRows.length < counts.faulty && say('faultyShown', { count: faultyRows.length })}
      </Notice>
      <FaultyRows rows={faultyRows} />
    </>
  );
}

function Acts({ step, work }: Pick<PreviewProps, 'step' | 'work'>): ReactNode {
  const say = useWords();
  const { counts } = step.preview;
  const changes = counts.added + counts.changed + (step.closeMissing ? counts.missing : 0);
  return (
    <div className={classes.acts}>
      {counts.faulty === 0 && changes > 0 && (
        <SubmitButton sending={step.busy} sendingLabel={say('applying')} onClick={() => void work.apply()}>
          {say('apply', { count: changes })}
        </SubmitButton>
      )}
      {counts.faulty === 0 && changes === 0 && <Notice tone="success">{say('nothingToDo')}</Notice>}
      <Button variant="default" size="md" disabled={step.busy} onClick={work.again}>
        {say('another')}
      </Button>
    </div>
  );
}
