import type {
  AccountingConnector,
  BillsPage,
  ConnectionHealth,
  DeliveryOutcome,
  EngagementsPage,
  PreviewOutcome,
  StatusPage,
  Unavailable,
} from '@parvis/application/accounting/accounting-connector';
import type { OpenConnector } from '@parvis/application/accounting/open-connector';
import type { Clock } from '@parvis/application/ports/platform';
import { say } from '@parvis/domain/display/language';

interface Circuit {
  readonly failures: number;
  /** Not asked before then. */
  readonly closedUntil: number;
}

const FAILURES_TO_OPEN = 3;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;

/**
 * Leaves a system in peace that has not answered three times running, so that its timeouts hold up nobody else's work.
 * After the pause one call tries again; the pause doubles while it fails, up to two minutes. A delivery for which a
 * person waits is tried at once; where it fails, the pause stays what it was.
 */
export const withCircuitBreaker = (openConnector: OpenConnector, now: Clock): OpenConnector => {
  const circuits = new Map<string, Circuit>();

  const guarded = async <Answer extends { readonly kind: string }>(
    connectionId: string,
    call: () => Promise<Answer | Unavailable>,
    pressing = false,
  ): Promise<Answer | Unavailable> => {
    const circuit = circuits.get(connectionId);
    const leftMs = (circuit?.closedUntil ?? 0) - now().getTime();
    if (leftMs > 0 && !pressing) return resting(leftMs);
    const answer = await call();
    if (answer.kind !== 'unavailable') circuits.delete(connectionId);
    else if (leftMs <= 0) circuits.set(connectionId, afterFailure(circuit?.failures ?? 0, now()));
    return answer;
  };

  return (connection, listen, pressing) => {
    const connector = openConnector(connection, listen, pressing);
    const ask = <Answer extends { readonly kind: string }>(
      call: () => Promise<Answer | Unavailable>,
    ): Promise<Answer | Unavailable> => guarded<Answer>(connection.id, call);
    return {
      system: connector.system,
      // A person who asks how it is wants to know now; what answers them answers others too.
      check: async (): Promise<ConnectionHealth> => {
        const health = await connector.check();
        if (health.kind !== 'unavailable') circuits.delete(connection.id);
        return health;
      },
      deliver: (envelope, key) =>
        guarded<DeliveryOutcome>(connection.id, () => connector.deliver(envelope, key), pressing),
      preview: (envelope) => ask<PreviewOutcome>(() => connector.preview(envelope)),
      ...(connector.newsIsHere && { newsIsHere: true }),
      statusesAfter: (cursor) =>
        connector.newsIsHere
          ? connector.statusesAfter(cursor)
          : ask<StatusPage>(() => connector.statusesAfter(cursor)),
      ...guardedLookUps(connector, ask),
    };
  };
};

type Ask = <Answer extends { readonly kind: string }>(
  call: () => Promise<Answer | Unavailable>,
) => Promise<Answer | Unavailable>;

/** Those that the system offers: whoever asks for others must see that they are absent. */
const guardedLookUps = (
  connector: AccountingConnector,
  ask: Ask,
): Pick<AccountingConnector, 'billsThere' | 'engagements'> => {
  const { billsThere, engagements } = connector;
  return {
    ...(billsThere && {
      billsThere: (after) => ask<BillsPage>(() => billsThere.call(connector, after)),
    }),
    ...(engagements && {
      engagements: (after) => ask<EngagementsPage>(() => engagements.call(connector, after)),
    }),
  };
};

const afterFailure = (failuresBefore: number, at: Date): Circuit => {
  const failures = failuresBefore + 1;
  const pauseMs = Math.min(SHORTEST_PAUSE_MS * 2 ** (failures - FAILURES_TO_OPEN), LONGEST_PAUSE_MS);
  return { failures, closedUntil: failures < FAILURES_TO_OPEN ? 0 : at.getTime() + pauseMs };
};

const resting = (leftMs: number): Unavailable => ({
  kind: 'unavailable',
  message: say('Le logiciel comptable ne répond pas.', 'The accounting system does not answer.'),
  retryAfterSeconds: Math.ceil(leftMs / 1000),
});
