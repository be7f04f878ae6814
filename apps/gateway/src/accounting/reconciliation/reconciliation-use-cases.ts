import type { OpenConnector } from '@parvis/application/accounting/open-connector';
import {
  makeStartReconciliation,
  type StartReconciliation,
} from '@parvis/application/accounting/start-reconciliation';
import {
  makeViewReconciliations,
  type ViewReconciliations,
} from '@parvis/application/accounting/view-reconciliations';
import {
  type FetchEngagements,
  makeFetchEngagements,
} from '@parvis/application/engagements/fetch-engagements';
import type { LogProblem } from '@parvis/application/ports/operations-log';
import type { Clock, NewId } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';

export interface ReconciliationUseCases {
  readonly startReconciliation: StartReconciliation;
  readonly viewReconciliations: ViewReconciliations;
  readonly fetchEngagements: FetchEngagements;
}

/** What is looked up in accounting systems beside the life of invoices. */
export const makeReconciliationUseCases = (ports: {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly newId: NewId;
  readonly log: LogProblem;
}): ReconciliationUseCases => ({
  startReconciliation: makeStartReconciliation(ports),
  viewReconciliations: makeViewReconciliations(ports),
  fetchEngagements: makeFetchEngagements(ports),
});
