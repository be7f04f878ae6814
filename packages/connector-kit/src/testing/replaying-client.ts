import { NoAnswer, type RecordedExchange, type Transport } from '../exchange.js';
import { withoutSecrets } from '../without-secrets.js';

/** A transport that answers from recorded exchanges, each once and in order for equal questions. */
export const replayingClient = (
  recorded: readonly RecordedExchange[],
  secretFields: readonly string[] = [],
): Transport => {
  const left = [...recorded];
  return async (question) => {
    const asked = withoutSecrets(question, secretFields);
    const index = left.findIndex(
      ({ question: known }) =>
        known.method === asked.method && known.url === asked.url && known.body === asked.body,
    );
    const [exchange] = index < 0 ? [] : left.splice(index, 1);
    if (!exchange) throw new Error(`not recorded: ${asked.method} ${asked.url} ${asked.body ?? ''}`);
    if (!exchange.answer) throw new NoAnswer(exchange.failure ?? 'unknown');
    return exchange.answer;
  };
};
