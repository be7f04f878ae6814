import { useQuery } from '@apollo/client/react';
import { Notice } from '@parvis/ui/display/notice';
import { Link } from '@parvis/ui/link/link';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import {
  type PreviewSettingsInput,
  SettingsImpactDocument,
  type SettingsImpactQuery,
} from '../gql/graphql.js';
import { paths } from '../paths.js';
import classes from './settings-view.module.css';
import { useSettled } from './use-settled.js';
import { useWords } from './words.js';

const PAUSE_MS = 350;

type Preview = Extract<SettingsImpactQuery['previewSettings'], { readonly __typename: 'SettingsPreview' }>;

/** The latest answer about the settings in the form; the one before while the next is on its way. */
export const useImpact = (input: Omit<PreviewSettingsInput, 'language'>) => {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  // As text, so that the same settings drawn again are not a new question.
  const asked = useSettled(JSON.stringify({ ...input, language }), PAUSE_MS);
  const { data, previousData, error } = useQuery(SettingsImpactDocument, {
    variables: { input: JSON.parse(asked) as PreviewSettingsInput },
    fetchPolicy: 'no-cache',
  });
  const found = (data ?? previousData)?.previewSettings;
  return {
    preview: found?.__typename === 'SettingsPreview' ? found : undefined,
    pending: !data,
    failed: error !== undefined && !found,
  };
};

export type Impact = ReturnType<typeof useImpact>;

/** What the settings in the form would have done to the invoices of the last days. */
export function ImpactPanel({
  impact: { preview, pending, failed },
}: {
  readonly impact: Impact;
}): ReactNode {
  const say = useWords();
  return (
    <section className={`pv-panel ${classes.impact}`} aria-label={say('impactTitle')} aria-busy={pending}>
      <h2 className="pv-panel-title">{say('impactTitle')}</h2>
      {failed && <Notice tone="warning">{say('impactFailed')}</Notice>}
      {preview ? <Figures preview={preview} /> : !failed && <p>{say('impactPending')}</p>}
    </section>
  );
}

/** The same in one line, beside the button that saves. */
export function ImpactLine({ impact: { preview } }: { readonly impact: Impact }): ReactNode {
  const say = useWords();
  if (!preview || preview.received === 0) return null;
  return (
    <>
      <strong>{refusedIn(preview, say)}</strong>{' '}
      {say('impactOf', { count: preview.received, days: preview.days })}
    </>
  );
}

const refusedIn = ({ refused }: Preview, say: ReturnType<typeof useWords>): string =>
  refused === 0 ? say('impactNobody') : say('impactRefused', { count: refused });

function Figures({ preview }: { readonly preview: Preview }): ReactNode {
  const say = useWords();
  const { days, received, refused, refusedNow, byRule } = preview;
  if (received === 0) return <p>{say('impactNone', { days })}</p>;
  return (
    <>
      <p className={classes.figure} role="status">
        <strong>{refusedIn(preview, say)}</strong> {say('impactOf', { count: received, days })}
      </p>
      {refused > 0 && (
        <div className={classes.share} aria-hidden>
          <div style={{ width: `${(100 * refused) / received}%` }} />
        </div>
      )}
      {refused !== refusedNow && <p className={classes.hint}>{say('impactNow', { count: refusedNow })}</p>}
      {byRule.length > 0 && (
        <ul className={classes.small}>
          {byRule.map(({ rule, reason, count }) => (
            <li key={rule}>
              {reason} : <strong>{count}</strong>
            </li>
          ))}
        </ul>
      )}
      <Refused preview={preview} />
    </>
  );
}

function Refused({ preview: { invoices, refused } }: { readonly preview: Preview }): ReactNode {
  const say = useWords();
  const { money, ago } = useDisplay();
  if (refused === 0) return null;
  if (invoices.length === 0) return <p className={classes.hint}>{say('impactHidden')}</p>;
  return (
    <details className={classes.refused}>
      <summary>{say('seeThem', { count: invoices.length })}</summary>
      <ul>
        {invoices.map(({ invoice, reason }) => (
          <li key={invoice.id}>
            <Link className="pv-link" href={paths.invoice(invoice.id)}>
              {invoice.number}
            </Link>
            <span>{invoice.supplier.name}</span>
            <span className={classes.amount}>{money(invoice.taxInclusive, invoice.currency)}</span>
            <span className={classes.reason}>
              {reason} · {ago(invoice.depositedAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
