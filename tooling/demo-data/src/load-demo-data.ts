import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDeliverInvoice } from '@parvis/application/accounting/deliver-invoice';
import { makePullStatuses } from '@parvis/application/accounting/pull-statuses';
import { makeReceiveUpload } from '@parvis/application/documents/receive-upload';
import { makeApplyTransition } from '@parvis/application/invoice/apply-transition';
import { makeDepositInvoice } from '@parvis/application/invoice/deposit-invoice';
import { makeRouteInvoice } from '@parvis/application/invoice/route-invoice';
import type { Sha256 } from '@parvis/application/ports/platform';
import { makeOpenConnector } from '@parvis/connector-kit/open-connection';
import { simulatorKind } from '@parvis/connector-simulator/simulator-kind';
import { readInvoice } from '@parvis/formats/read-invoice';
import { renderReadableCopy } from '@parvis/formats/readable/readable-copy';
import { FolderDocumentStore } from '@parvis/persistence/folder-document-store';
import { newId } from '@parvis/persistence/new-id';
import { openPersistence, type Persistence } from '@parvis/persistence/open-persistence';
import { saveDemoEngagements } from './demo-engagements.js';
import { saveRequestsAndMandates } from './demo-mandates.js';
import { DEMO_PASSWORD, demoPeople } from './demo-people.js';
import { demoStories } from './demo-stories.js';
import { saveConnections, saveDemoWorld } from './demo-structures.js';
import { type StoryActs, tellStory } from './story-teller.js';

export interface DemoSettings {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly secretKey: string;
  /** The running accounting simulator, with a slash at the end. */
  readonly simulatorUrl: string;
  readonly simulatorToken: string;
  readonly say: (progress: string) => void;
}

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly who: string;
}

/** The demonstration's world, made once for each data folder by replaying real acts; the accounts to enter it with. */
export const loadDemoData = async (
  settings: DemoSettings,
): Promise<{ readonly accounts: readonly DemoAccount[] }> => {
  const { databaseUrl, secretKey, simulatorUrl: url, simulatorToken: token } = settings;
  const persistence = await openPersistence({
    url: databaseUrl,
    secretKey,
    applicationName: 'parvis-demo-data',
  });
  try {
    // The simulator's address may change from one start to the next; all else is its people's from the first one on.
    const books = {
      system: 'simulator',
      name: 'Simulateur comptable',
      settings: { url, secrets: { token } },
    };
    const isLoaded = await wasLoaded(settings);
    await saveKeepingCursors(persistence, () =>
      isLoaded
        ? saveConnections(persistence.referenceData, books)
        : saveDemoWorld(persistence.referenceData, books),
    );
    if (!isLoaded) await saveRequestsAndMandates(persistence.work);
    if (!isLoaded) await tellStories(settings, persistence);
  } finally {
    await persistence.close();
  }
  return { accounts: demoPeople.map(({ email, who }) => ({ email, who, password: DEMO_PASSWORD })) };
};

const saveKeepingCursors = async ({ work }: Persistence, save: () => Promise<void>): Promise<void> => {
  const before = await work.run(({ connections }) => connections.allActive());
  await save();
  const now = new Date();
  await work.run(async ({ connections }) => {
    for (const { recipientId, id, cursor } of before) {
      if (cursor !== null) await connections.moveCursor(recipientId, id, cursor, now);
    }
  });
};

const markOf = ({ dataDirectory }: DemoSettings): string => path.join(dataDirectory, 'demo-data.json');

const wasLoaded = (settings: DemoSettings): Promise<boolean> =>
  readFile(markOf(settings))
    .then(() => true)
    .catch(() => false);

const tellStories = async (settings: DemoSettings, persistence: Persistence): Promise<void> => {
  const acts = storyActs(settings, persistence);
  const stories = demoStories();
  const today = new Date();
  for (const [index, story] of stories.entries()) {
    if (index % 10 === 0) settings.say(`Loading demonstration data: ${index} of ${stories.length} invoices…`);
    await tellStory(acts, story, today);
  }
  await saveDemoEngagements(persistence, today);
  await writeFile(
    markOf(settings),
    JSON.stringify({ loadedAt: today.toISOString(), invoices: stories.length }),
  );
};

const sha256: Sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** The use cases of the platform, on a clock that the stories set. */
const storyActs = (settings: DemoSettings, { work }: Persistence): StoryActs => {
  const clock = { now: new Date() };
  const now = (): Date => clock.now;
  const mark = (): void => undefined;
  const log = (what: string, _details: unknown, cause?: unknown): void => {
    throw new Error(`the demonstration: ${what}`, { cause });
  };
  // Stands in mails alone, and the story of the demonstration has no cause for one about its connections.
  const publicUrl = 'http://localhost:4000';
  const documents = new FolderDocumentStore(path.join(settings.dataDirectory, 'documents'));
  const openConnector = makeOpenConnector([simulatorKind], { now, mark, privateTargets: true });
  return {
    work,
    clock,
    deposit: makeDepositInvoice({ work, documents, readInvoice, now, newId, sha256, mark }),
    route: makeRouteInvoice({ work, now, sha256, mark }),
    apply: makeApplyTransition({ work, now, newId, sha256, mark }),
    upload: makeReceiveUpload({ work, documents, now, newId }),
    deliver: makeDeliverInvoice({
      work,
      documents,
      renderReadable: renderReadableCopy,
      openConnector,
      now,
      sha256,
      random: Math.random,
      newId,
      mark,
      log,
      publicUrl,
    }),
    pull: makePullStatuses({ work, openConnector, now, newId, sha256, mark, log, publicUrl }),
    keepBooks: async ({ remoteId, act, at }) => {
      const response = await fetch(new URL(`api/bills/${remoteId}/acts`, settings.simulatorUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.simulatorToken}` },
        body: JSON.stringify({ act, at: at.toISOString() }),
      });
      if (!response.ok)
        throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
    },
  };
};
