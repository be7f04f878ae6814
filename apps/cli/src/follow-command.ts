import { statusLabel } from '@parvis/domain/life-cycle/official-statuses';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ApiClient } from './api-client.js';
import { type CliConfig, UnusableError } from './config.js';
import type { Words } from './words.js';

interface FollowedEvent {
  readonly sequence: number;
  readonly to: string;
  readonly moves: boolean;
  readonly occurredAt: string;
  readonly actorName: string;
  readonly comment: string | null;
  readonly reasonLabel: string | null;
  readonly officialStatus: string;
}

interface Followed {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly timeline: readonly FollowedEvent[];
}

const EVENT =
  'sequence to moves occurredAt actorName comment officialStatus reasonLabel(language: $language)';
const FIND = `query Find($text: String!, $language: Language!) {
  invoices(side: SUPPLIER, filter: { text: $text }, first: 20) {
    edges { node { id number status timeline { ${EVENT} } } }
  }
}`;
const CHANGES = `subscription Changes($id: ID!, $language: Language!) {
  invoiceChanged(side: SUPPLIER, invoiceId: $id) { invoice { id } event { ${EVENT} } }
}`;

interface FollowOptions {
  readonly config: CliConfig;
  readonly words: Words;
  readonly jsonLines: boolean;
}

/** Nothing more can come after these. */
const FINAL = new Set(['IN_PAYMENT', 'REFUSED', 'REJECTED']);

/** Prints the invoice's history, then each change as it happens, until it is paid, refused or Ctrl-C. */
export const followInvoice = async (
  number: string | undefined,
  { config, words, jsonLines }: FollowOptions,
): Promise<number> => {
  if (!number) throw new UnusableError(words.noNumber);
  const client = await ApiClient.signIn(config, words);
  const language = config.language.toUpperCase();
  const { invoices } = await client.query<{ invoices: { edges: { node: Followed }[] } }>(FIND, {
    text: number,
    language,
  });
  const invoice = invoices.edges.map(({ node }) => node).find((node) => node.number === number);
  if (!invoice) throw new UnusableError(words.unknownNumber(number));

  let seen = 0;
  const show = (event: FollowedEvent): void => {
    if (event.sequence <= seen) return;
    seen = event.sequence;
    process.stdout.write(
      jsonLines ? `${JSON.stringify({ number, ...event })}\n` : describe(event, config.language),
    );
  };
  invoice.timeline.forEach(show);
  if (FINAL.has(invoice.status)) return 0;

  const socket = createClient({
    url: client.webSocketUrl,
    webSocketImpl: WebSocket,
    connectionParams: { token: client.token },
    retryAttempts: 100,
  });
  const changes = socket.iterate<{ invoiceChanged: { event: FollowedEvent } }>({
    query: CHANGES,
    variables: { id: invoice.id, language },
  });
  for await (const { data } of changes) {
    if (!data) continue;
    const { event } = data.invoiceChanged;
    show(event);
    if (event.moves && FINAL.has(event.to)) break;
  }
  await socket.dispose();
  return 0;
};

const describe = (event: FollowedEvent, language: 'fr' | 'en'): string => {
  const when = new Date(event.occurredAt).toLocaleString(language, {
    dateStyle: 'short',
    timeStyle: 'short',
    // Legal instants are read in Paris, wherever the machine stands.
    timeZone: 'Europe/Paris',
  });
  const told = [event.reasonLabel, event.comment].filter(Boolean).join(' — ');
  return `${when}  ${statusLabel(statusOf(event.to), language).padEnd(34)} ${event.actorName}${told ? `  ${told}` : ''}\n`;
};

/** The schema writes `SERVICE_CONFIRMED` what the life cycle calls `serviceConfirmed`. */
const statusOf = (status: string): Status =>
  status.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Status;
