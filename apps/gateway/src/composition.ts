import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash, verify } from '@node-rs/argon2';
import { inPlatformsName, worksInPlatformsName } from '@parvis/application/access/sight';
import { makeCheckConnection } from '@parvis/application/accounting/check-connection';
import { makeListConnections } from '@parvis/application/accounting/list-connections';
import { makeListDeliveries } from '@parvis/application/accounting/list-deliveries';
import { makeReceivePost } from '@parvis/application/accounting/receive-post';
import { makeRetryDelivery } from '@parvis/application/accounting/retry-delivery';
import { makeReceiveUpload } from '@parvis/application/documents/receive-upload';
import { makeApplyTransition } from '@parvis/application/invoice/apply-transition';
import { makeCheckInvoice } from '@parvis/application/invoice/check-invoice';
import { makeCountInvoices } from '@parvis/application/invoice/count-invoices';
import { makeDepositInvoice } from '@parvis/application/invoice/deposit-invoice';
import { makeListInvoices } from '@parvis/application/invoice/list-invoices';
import { makeReadDocument } from '@parvis/application/invoice/read-document';
import { makeViewInvoice } from '@parvis/application/invoice/view-invoice';
import { makeViewInvoices } from '@parvis/application/invoice/view-invoices';
import type { PasswordHasher } from '@parvis/application/people/account-store';
import { makeWhoIsSignedIn } from '@parvis/application/people/who-is-signed-in';
import type { LogProblem } from '@parvis/application/ports/operations-log';
import { makeCatalogue } from '@parvis/connector-kit/catalogue';
import { withCircuitBreaker } from '@parvis/connector-kit/circuit-breaker';
import { connectionInboxOf } from '@parvis/connector-kit/connection-inbox';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import { loadKinds } from '@parvis/connector-kit/load-kinds';
import { makeOpenConnector } from '@parvis/connector-kit/open-connection';
import { makeProvePost } from '@parvis/connector-kit/prove-post';
import { shippedKinds } from '@parvis/connectors/shipped-kinds';
import { renderReadableCopy } from '@parvis/formats/readable/readable-copy';
import { type ReaderPool, startReaderPool } from '@parvis/formats/reader-pool';
import { writeTable } from '@parvis/formats/tables/write-table';
import { editionFolder, FolderEditionFiles } from '@parvis/persistence/directory/folder-edition-files';
import { FolderDocumentStore } from '@parvis/persistence/folder-document-store';
import { listenToInvoiceChanges } from '@parvis/persistence/listen-to-invoice-changes';
import { newId } from '@parvis/persistence/new-id';
import { openPersistence, type Persistence } from '@parvis/persistence/open-persistence';
import type { Logger } from 'pino';
import { makeConnectionUseCases } from './accounting/connection-use-cases.js';
import { makeNewsTokens } from './accounting/news-token.js';
import { postAddress } from './accounting/post.route.js';
import { makeReconciliationUseCases } from './accounting/reconciliation/reconciliation-use-cases.js';
import { makeAccountUseCases } from './accounts/account-use-cases.js';
import { MAILBOX_PATH } from './accounts/mailbox.route.js';
import { ChangeFeed } from './changes/change-feed.js';
import { makeFactorResetUseCases } from './composition/factor-resets.js';
import { makePeopleUseCases } from './composition/people.js';
import { makeSignInUseCases } from './composition/sign-in.js';
import { ConfigError, type GatewayConfig, isDemonstration } from './config.js';
import { makeDirectoryUseCases } from './directory/directory-use-cases.js';
import { makeEngagementUseCases } from './engagements/engagement-use-cases.js';
import { makeMarkPoint } from './fault-point.js';
import { type RunningGateway, startGateway } from './gateway.js';
import { readManifest } from './graphql/gate/read-manifest.js';
import { makeImportUseCases } from './imports/import-use-cases.js';
import { loaderMaker } from './loaders.js';
import { hmacSha1, newToken, randomBytes, sha256 } from './machine.js';
import { makeOrganisationUseCases } from './organisation/organisation-use-cases.js';
import { openIdClient } from './people/openid/openid-client.js';
import { webauthnPasskeys } from './people/webauthn-passkeys.js';
import { makeSettingsUseCases } from './settings/settings-use-cases.js';
import { makeTechnicalAccountUseCases } from './technical-accounts/technical-account-use-cases.js';
import { makeTokenSigner } from './technical-accounts/token-signer.js';
import type { UseCases } from './use-cases.js';

/** Far more than a sound file needs, even on a machine that has much to do. */
const READING_LIMIT_MS = 10_000;

/** What a statement may take: a page of any list needs a hundredth of it, an import of ten thousand rows a fifth. */
const STATEMENT_LIMIT_MS = 10_000;

/** Joins every port to its adapter, and starts. */
export const startComposedGateway = async (config: GatewayConfig, log: Logger): Promise<RunningGateway> => {
  const kinds = await loadKinds(config.connectors, shippedKinds);
  const onProblem = (problem: unknown): void => log.warn({ err: problem }, 'the database was unreachable');
  const persistence = await openPersistence({
    url: config.databaseUrl,
    secretKey: config.secretKey,
    applicationName: 'parvis-gateway',
    poolSize: config.poolSize,
    onProblem,
    sight: { statementTimeoutMs: STATEMENT_LIMIT_MS },
  });
  const feed = new ChangeFeed();
  const readers = startReaders();
  try {
    if (config.production) await refuseDemoAccounts(persistence);
    const listener = await listenToInvoiceChanges({
      url: config.databaseUrl,
      onChange: ({ recipientId, invoiceId, ...change }) =>
        feed.publish({ ref: { recipientId, invoiceId }, ...change }),
      onGap: () => feed.gap(),
      onProblem,
    });
    const useCases = await makeUseCases(config, persistence, kinds, readers, log);
    const webApps = { fournisseur: builtApp('supplier'), administration: builtApp('back-office') };
    const gateway = await startGateway({
      config,
      useCases,
      makeLoaders: loaderMaker({ ...useCases, work: persistence.work }),
      feed,
      now: () => new Date(),
      pingDatabase: async () => {
        await persistence.dataSource.query('SELECT 1');
      },
      webApps,
      manifests: await Promise.all(Object.values(webApps).map(readManifest)),
      log,
    });
    const stop = async (): Promise<void> => {
      await gateway.stop();
      await listener.close();
      await readers.close();
      await persistence.close();
    };
    return { ...gateway, stop };
  } catch (failure) {
    await readers.close();
    await persistence.close();
    throw failure;
  }
};

interface Readers {
  readonly invoices: ReaderPool;
  /** A thread of its own: a large table must not keep invoices waiting. */
  readonly tables: ReaderPool;
  close(): Promise<void>;
}

const startReaders = (): Readers => {
  const invoices = startReaderPool({ timeLimitMilliseconds: READING_LIMIT_MS });
  const tables = startReaderPool({ size: 1, timeLimitMilliseconds: READING_LIMIT_MS });
  return {
    invoices,
    tables,
    close: async () => {
      await invoices.close();
      await tables.close();
    },
  };
};

const makeUseCases = async (
  config: GatewayConfig,
  { work, lists, directorySearch, directoryEditions }: Persistence,
  kinds: readonly ConnectorKind<unknown>[],
  readers: Readers,
  log: Logger,
): Promise<UseCases> => {
  const now = (): Date => new Date();
  const hasher: PasswordHasher = { verify: (passwordHash, password) => verify(passwordHash, password) };
  const mark = makeMarkPoint(config.faultPoint);
  const documents = new FolderDocumentStore(path.join(config.dataDirectory, 'documents'));
  const logProblem: LogProblem = (what, details, cause) => log.warn({ ...details, err: cause }, what);
  const connectorTools = {
    now,
    mark,
    // A person waits in front of the screen.
    timeoutMs: 10_000,
    privateTargets: config.privateTargets,
    ...(config.exchangeDirectory === undefined ? {} : { exchangeFolder: config.exchangeDirectory }),
    inboxOf: connectionInboxOf(work),
  };
  const newsTokens = makeNewsTokens(config.secretKey);
  const openConnector = withCircuitBreaker(makeOpenConnector(kinds, connectorTools), now);
  const whoIsSignedIn = makeWhoIsSignedIn({ work, sha256, now });
  const programs = makeTechnicalAccountUseCases({
    work,
    newId,
    newToken,
    sha256,
    now,
    whoIsSignedIn,
    signer: makeTokenSigner(config.secretKey, config.publicUrl),
  });
  const deposits = { work, documents, readInvoice: readers.invoices.read, now, newId, sha256, mark };
  return {
    ...makeSignInUseCases({
      work: worksInPlatformsName(work),
      hasher,
      decoyHash: await hash(newToken()),
      passkeys: webauthnPasskeys(config.publicUrl),
      openIdExpert: openIdClient({
        providers: config.openIdProviders,
        publicUrl: config.publicUrl,
        onProblem: (what, details) => log.warn(details, what),
      }),
      publicUrl: config.publicUrl,
      newToken,
      newId,
      sha256,
      hmacSha1,
      randomBytes,
      now,
    }),
    ...makeAccountUseCases({
      work,
      hasher,
      hashPassword: (password) => hash(password),
      newId,
      newToken,
      randomBytes,
      sha256,
      now,
      publicUrl: config.publicUrl,
      demonstrationMailbox: isDemonstration(config) ? MAILBOX_PATH : undefined,
    }),
    ...programs,
    ...makeSettingsUseCases({ work, now }),
    ...makeOrganisationUseCases({ work, now, newId, publicUrl: config.publicUrl }),
    ...makePeopleUseCases({
      work,
      documents,
      now,
      newId,
      newToken,
      sha256,
      publicUrl: config.publicUrl,
      isOperator: (email) => config.operators.includes(email),
    }),
    ...makeFactorResetUseCases({
      work,
      now,
      newId,
      sha256,
      publicUrl: config.publicUrl,
      isOperator: (email) => config.operators.includes(email),
    }),
    whoCalls: inPlatformsName(programs.whoCalls),
    issueToken: inPlatformsName(programs.issueToken),
    ...makeEngagementUseCases({ work, now }),
    ...makeImportUseCases({ work, documents, readTable: readers.tables.readTable, writeTable, now, sha256 }),
    ...makeDirectoryUseCases({
      work,
      directorySearch,
      editions: directoryEditions,
      editionFiles: new FolderEditionFiles(editionFolder(config.dataDirectory)),
      now,
    }),
    receiveUpload: makeReceiveUpload(deposits),
    checkInvoice: makeCheckInvoice(deposits),
    depositInvoice: makeDepositInvoice(deposits),
    applyTransition: makeApplyTransition({ work, now, newId, sha256, mark }),
    viewInvoice: makeViewInvoice({ work }),
    viewInvoices: makeViewInvoices({ work }),
    listInvoices: makeListInvoices({ lists }),
    countInvoices: makeCountInvoices({ lists }),
    readDocument: makeReadDocument({ work, documents }),
    renderReadable: renderReadableCopy,
    listConnections: makeListConnections({ work }),
    listDeliveries: makeListDeliveries({ work }),
    retryDelivery: makeRetryDelivery({ work }),
    ...makeConnectionUseCases({
      work,
      lists,
      documents,
      renderReadable: renderReadableCopy,
      catalogue: makeCatalogue(kinds, connectorTools),
      simulatorMayBeLive: !config.production,
      openConnector,
      now,
      newId,
      sha256,
      log: logProblem,
    }),
    ...makeReconciliationUseCases({
      work,
      openConnector,
      now,
      newId,
      log: logProblem,
    }),
    receivePost: inPlatformsName(
      makeReceivePost({
        work,
        provePost: makeProvePost(kinds, now),
        isNewsToken: newsTokens.isFor,
        now,
        sha256,
      }),
    ),
    postAddressOf: (connectionId) => postAddress(config.publicUrl, connectionId),
    newsTokenOf: newsTokens.of,
    checkConnection: makeCheckConnection({
      work,
      openConnector,
      now,
      log: logProblem,
    }),
  };
};

/** The built web app beside this one, whether we run from `src` or from `dist`. */
const builtApp = (name: string): string => fileURLToPath(new URL(`../../${name}/dist`, import.meta.url));

/** Addresses under reserved names (RFC 2606, RFC 6761) belong to nobody: only demonstrations have them. */
const refuseDemoAccounts = async ({ dataSource }: Persistence): Promise<void> => {
  const found: { readonly email: string }[] = await dataSource.query(
    String.raw`SELECT email FROM person WHERE email ~ '\.(invalid|example|test|localhost)$' LIMIT 1`,
  );
  const [demo] = found;
  if (!demo) return;
  throw new ConfigError(
    `NODE_ENV is production and the database holds the demonstration account ${demo.email}, whose password is known to all. Start on a database of your own: npm start -- --empty`,
  );
};
