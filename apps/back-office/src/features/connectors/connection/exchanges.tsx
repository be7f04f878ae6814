import { Button } from '@parvis/ui/acts/button';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExchangeFieldsFragment } from '../../../gql/graphql.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import { exchangeName } from './exchange-words.js';
import { readable } from './readable.js';

interface ExchangesProps {
  readonly exchanges: readonly ExchangeFieldsFragment[];
  readonly fileName: string;
}

/** What was asked and what came back, word for word but for secrets; to be read, copied or taken along. */
export function Exchanges({ exchanges, fileName }: ExchangesProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  // What Apollo adds for itself is no part of what was said.
  const said = (name: string, value: unknown): unknown => (name === '__typename' ? undefined : value);
  const json = JSON.stringify(exchanges, said, 2);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(json);
    toast({ message: say('exchangesCopied') });
  };
  return (
    <section aria-label={say('exchanges')} className={classes.exchanges}>
      <div className={classes.exchangesHead}>
        <h3>{say('exchanges')}</h3>
        {exchanges.length > 0 && (
          <span className={classes.exchangesActs}>
            <Button
              size="compact-md"
              variant="default"
              icon={<IconCopy size={15} stroke={1.8} aria-hidden />}
              onClick={() => void copy()}
            >
              {say('copyJson')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              icon={<IconDownload size={15} stroke={1.8} aria-hidden />}
              onClick={() => saveFile(fileName, json)}
            >
              {say('downloadJson')}
            </Button>
          </span>
        )}
      </div>
      {exchanges.length === 0 && <p className={classes.quiet}>{say('noExchange')}</p>}
      <ol>
        {exchanges.map((exchange) => (
          <li key={`${exchange.at} ${exchange.what} ${exchange.line}`}>
            <Exchange exchange={exchange} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Exchange({ exchange }: { readonly exchange: ExchangeFieldsFragment }): ReactNode {
  const say = useWords();
  const { instant } = useDisplay();
  const language = useLanguage();
  const { at, what, line, requestHeaders, requestBody, status, failure, milliseconds } = exchange;
  const isFine = typeof status === 'number' && status < 400;
  return (
    <details className={classes.exchange}>
      <summary>
        <StatusChip tone={isFine ? 'success' : 'danger'}>{status ?? failure ?? '–'}</StatusChip>
        <strong>{exchangeName(what, language)}</strong>
        <span className={classes.quiet}>
          {instant(at)} · {say('tookMs', { milliseconds })}
        </span>
      </summary>
      <p className={classes.side}>{say('question')}</p>
      <pre>{[line, requestHeaders, '', readable(requestBody)].join('\n').trim()}</pre>
      <p className={classes.side}>{say('answer')}</p>
      <pre>{failure ? say('noAnswer', { failure }) : answerIn(exchange) || say('emptyAnswer')}</pre>
    </details>
  );
}

const answerIn = ({ answerHeaders, answerBody }: ExchangeFieldsFragment): string =>
  [answerHeaders ?? '', '', readable(answerBody ?? '')].join('\n').trim();

const saveFile = (name: string, text: string): void => {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};
