import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeDeliverInvoice } from '@parvis/application/accounting/deliver-invoice';
import { makePlanNightlyWork } from '@parvis/application/accounting/plan-nightly-work';
import { makePullStatuses } from '@parvis/application/accounting/pull-statuses';
import { makeReconcile } from '@parvis/application/accounting/reconcile';
import { makeTakeUpOverdue } from '@parvis/application/accounting/take-up-overdue';
import { makePublishDirectory } from '@parvis/application/directory/publish-directory';
import { makePullEngagements } from '@parvis/application/engagements/pull-engagements';
import { makeClearExpired } from '@parvis/application/housekeeping/clear-expired';
import { makeRouteInvoice } from '@parvis/application/invoice/route-invoice';
import { pageAddress } from '@parvis/application/mail/page-addresses';
import { makeSendMail } from '@parvis/application/mail/send-mail';
import { makePeopleRound } from '@parvis/application/people/round/make-round';
import type { LogProblem } from '@parvis/application/ports/operations-log';
import type { Sha256 } from '@parvis/application/ports/platform';
import { makeWarnOfEndingKeys } from '@parvis/application/technical-accounts/warn-of-ending-keys';
import { withCircuitBreaker } from '@parvis/connector-kit/circuit-breaker';
import { connectionInboxOf } from '@parvis/connector-kit/connection-inbox';
import { connectionNumbersOf } from '@parvis/connector-kit/connection-numbers';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import { loadKinds } from '@parvis/connector-kit/load-kinds';
import { makeOpenConnector } from '@parvis/connector-kit/open-connection';
import { shippedKinds } from '@parvis/connectors/shipped-kinds';
import type { Side } from '@parvis/domain/access/actor';
import { renderReadableCopy } from '@parvis/formats/readable/readable-copy';
import { editionFolder, FolderEditionFiles } from '@parvis/persistence/directory/folder-edition-files';
import { mendSearchWords } from '@parvis/persistence/directory/mend-search-words';
import { FolderDocumentStore } from '@parvis/persistence/folder-document-store';
import { type JobHandlers, startJobWorker } from '@parvis/persistence/job-worker';
import { newId } from '@parvis/persistence/new-id';
import { openPersistence, type Persistence } from '@parvis/persistence/open-persistence';
import type { Logger } from 'pino';
import type { WorkerConfig } from './config.js';
import { makeMarkPoint } from './fault-point.js';
import { type Chore, startHousekeeping } from './housekeeping.js';
import { type SmtpMailer, smtpMailer } from './smtp-mailer.js';

export interface RunningWorker {
  /** Ends what is under way; what does not end in time is done again by the next worker. */
  stop(): Promise<void>;
}

/** Joins every port to its adapter, and starts to work. */
export const startComposedWorker = async (config: WorkerConfig, log: Logger): Promise<RunningWorker> => {
  const kinds = await loadKinds(config.connectors, shippedKinds);
  const persistence = await openPersistence({
    url: config.databaseUrl,
    secretKey: config.secretKey,
    applicationName: 'parvis-worker',
    poolSize: config.poolSize,
    onProblem: (problem) => log.warn({ err: problem }, 'the database was unreachable'),
  });
  // Without a mail server messages wait in the database, where the demonstration shows them.
  const mailer = config.smtp && smtpMailer(config.smtp);
  const worker = await startJobWorker({
    url: config.databaseUrl,
    handlers: makeHandlers(config, persistence, kinds, mailer, log),
    pullEverySeconds: config.pullEverySeconds,
    onProblem: (problem, job) => log.error({ err: problem, job }, 'a job failed and will be tried again'),
  }).catch(async (failure: unknown) => {
    await persistence.close();
    throw failure;
  });
  const housekeeping = startHousekeeping(makeChores(config, persistence), (problem, chore) =>
    log.warn({ err: problem, chore }, 'a chore failed and will be tried again in an hour'),
  );
  return {
    stop: async () => {
      await housekeeping.stop();
      await worker.stop();
      mailer?.close();
      await persistence.close();
    },
  };
};

const makeChores = (
  { publicUrl, dataDirectory }: WorkerConfig,
  { work, directoryEditions: editions, dataSource }: Persistence,
): readonly Chore[] => {
  const now = (): Date => new Date();
  const pageFor = ({ side }: { readonly side: Side }): string => pageAddress(publicUrl, side, 'keys');
  const editionFiles = new FolderEditionFiles(editionFolder(dataDirectory));
  const publishDirectory = makePublishDirectory({ editions, editionFiles, now, sha256 });
  return [
    { name: 'clear what has expired', run: makeClearExpired({ work, now }) },
    { name: 'take up deliveries that nothing will try', run: makeTakeUpOverdue({ work, now }) },
    {
      name: 'see to people, requests and mandates',
      run: makePeopleRound({ work, newId, now, publicUrl }),
    },
    { name: 'plan what accounting systems are asked at night', run: makePlanNightlyWork({ work, now }) },
    { name: 'warn of keys that end', run: makeWarnOfEndingKeys({ work, newId, now, pageFor }) },
    {
      name: 'publish the directory of the day',
      run: async () => (await publishDirectory()) && mendSearchWords(dataSource),
    },
  ];
};

const pause = (seconds: number): Promise<void> => setTimeout(seconds * 1_000);

const sha256: Sha256 = (content) => createHash('sha256').update(content).digest('hex');

const makeHandlers = (
  config: WorkerConfig,
  { work }: Persistence,
  kinds: readonly ConnectorKind<unknown>[],
  mailer: SmtpMailer | undefined,
  log: Logger,
): JobHandlers => {
  const now = (): Date => new Date();
  const mark = makeMarkPoint(config.faultPoint);
  const logProblem: LogProblem = (what, details, cause) => log.warn({ ...details, err: cause }, what);
  const timeoutMs = config.connectorTimeoutSeconds * 1000;
  const openConnector = withCircuitBreaker(
    makeOpenConnector(kinds, {
      now,
      mark,
      timeoutMs,
      privateTargets: config.privateTargets,
      ...(config.exchangeDirectory === undefined ? {} : { exchangeFolder: config.exchangeDirectory }),
      numbersOf: connectionNumbersOf(work, now),
      inboxOf: connectionInboxOf(work),
    }),
    now,
  );
  const routeInvoice = makeRouteInvoice({ work, now, sha256, mark });
  const deliverInvoice = makeDeliverInvoice({
    work,
    documents: new FolderDocumentStore(path.join(config.dataDirectory, 'documents')),
    renderReadable: renderReadableCopy,
    openConnector,
    now,
    sha256,
    newId,
    publicUrl: config.publicUrl,
    random: Math.random,
    mark,
    log: logProblem,
    leaseSeconds: config.deliveryLeaseSeconds,
  });
  const sendMail = makeSendMail({ work, mailer, now });
  const reconcile = makeReconcile({ work, openConnector, now, newId, pause, log: logProblem });
  const pullEngagements = makePullEngagements({ work, openConnector, now, log: logProblem });
  const pullStatuses = makePullStatuses({
    ...{ work, openConnector, now, newId, sha256, mark },
    log: logProblem,
    publicUrl: config.publicUrl,
  });
  return {
    routeInvoice: ({ ref }) => routeInvoice(ref),
    deliverInvoice: (job) => deliverInvoice(job),
    pullStatuses: ({ recipientId, connectionId }) => pullStatuses({ recipientId, connectionId }),
    reconcile: (job) => reconcile(job),
    pullEngagements: ({ recipientId, connectionId }) => pullEngagements({ recipientId, connectionId }),
    sendMail: ({ mailId }) => sendMail(mailId),
  };
};
