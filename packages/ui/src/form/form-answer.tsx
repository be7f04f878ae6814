import { CopyText } from '../display/copy-text.js';
import { formatTime } from '../display/format-date.js';
import { Notice } from '../display/notice.js';
import { useLanguage } from '../language/language.js';
import { ErrorSummary } from './error-summary.js';
import type { FormOutcome } from './outcome.js';

/** What came of a form, in words. */
export function FormAnswer({ outcome }: { readonly outcome: FormOutcome }) {
  const { words, locale, timeZone } = useLanguage();
  switch (outcome.kind) {
    case 'field-errors':
      return <ErrorSummary errors={outcome.errors} />;
    case 'done':
      return (
        <Notice tone="success" live>
          {outcome.message}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="danger" title={outcome.message} live>
          {outcome.nextStep}
        </Notice>
      );
    case 'too-many-tries':
      return (
        <Notice tone="warning" title={words.tooManyTries} live>
          {words.tryAgainAt(formatTime(outcome.retryAt, locale, timeZone))}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={words.failedTitle} live>
          {words.failedText}{' '}
          {outcome.reference && (
            <>
              {words.reference} : <CopyText value={outcome.reference} label={words.reference} />
            </>
          )}
        </Notice>
      );
  }
}
