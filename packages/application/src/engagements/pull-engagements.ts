import { Decimal } from '@parvis/domain/amount/decimal';
import type { Engagement } from '@parvis/domain/directory/engagement';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type {
  AccountingConnector,
  EngagementsPage,
  EngagementThere,
  Unavailable,
} from '../accounting/accounting-connector.js';
import type { AccountingConnection } from '../accounting/delivery-ledger.js';
import type { OpenConnector } from '../accounting/open-connector.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';

export interface PullEngagementsPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly log: LogProblem;
}

export interface PullEngagementsCommand {
  readonly recipientId: string;
  readonly connectionId: string;
}

export interface PulledEngagements {
  /** New here, or told otherwise than before. */
  readonly changed: number;
  /** Known from a file or a form under the same number, and left as they are. */
  readonly kept: number;
  /** Why it was not read to its end. */
  readonly problem?: Bilingual;
}

export type PullEngagements = (command: PullEngagementsCommand) => Promise<PulledEngagements>;

/**
 * Reads the orders an entity has placed in its accounting system, so that invoices can be held against them; each page is
 * committed by itself. An engagement that somebody has brought in by a file or a form stays as it is: whoever said first
 * goes on saying. Nothing is closed for being absent: an entity may have a second system.
 */
export const makePullEngagements =
  (ports: PullEngagementsPorts): PullEngagements =>
  async (command) => {
    const connection = await findLive(ports.work, command);
    let total: PulledEngagements = { changed: 0, kept: 0 };
    if (!connection) return total;
    const connector = open(ports, connection);
    let after: string | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page: EngagementsPage | Unavailable = await read(ports, connector, after);
      if (page.kind === 'unavailable') return { ...total, problem: page.message };
      const { changed, kept } = await ports.work.run((stores) => keep(stores, ports, connection, page));
      total = { changed: total.changed + changed, kept: total.kept + kept };
      // A connector that promises more without moving on would keep us here for ever.
      if (page.next === null || page.next === after) return total;
      after = page.next;
    }
    return { ...total, problem: endless };
  };

/** More than any entity has orders: whoever goes on is walking in a circle. */
const MOST_PAGES = 2_000;

const endless = say(
  'Le logiciel annonce toujours une page de plus : la lecture des engagements a été arrêtée.',
  'The system always tells of one page more: reading engagements was stopped.',
);

const findLive = (
  work: Work,
  { recipientId, connectionId }: PullEngagementsCommand,
): Promise<AccountingConnection | undefined> =>
  work.run(async ({ connections }) => {
    const connection = await connections.find(recipientId, connectionId);
    return connection?.active && connection.live ? connection : undefined;
  });

const open = (
  { openConnector, log }: PullEngagementsPorts,
  connection: AccountingConnection,
): Pick<AccountingConnector, 'engagements'> => {
  try {
    return openConnector(connection);
  } catch (failure) {
    log('a connection could not be opened for its engagements', { connectionId: connection.id }, failure);
    return {};
  }
};

/** No unit of work is open here: the other system may take its time. */
const read = async (
  { log }: PullEngagementsPorts,
  connector: Pick<AccountingConnector, 'engagements'>,
  after: string | null,
): Promise<EngagementsPage | Unavailable> => {
  try {
    return (await connector.engagements?.(after)) ?? { kind: 'unavailable', message: tellsNone };
  } catch (failure) {
    log('engagements could not be read', {}, failure);
    return { kind: 'unavailable', message: notRead };
  }
};

const tellsNone = say(
  'Ce système ne tient pas d’engagements, ou ne les communique pas.',
  'This system keeps no engagements, or does not tell them.',
);

const notRead = say(
  'Les engagements n’ont pas pu être lus pour une raison technique.',
  'The engagements could not be read for a technical reason.',
);

const keep = async (
  { engagements, serviceBook, accessTrace }: Stores,
  { now }: PullEngagementsPorts,
  { recipientId, name }: AccountingConnection,
  page: EngagementsPage,
): Promise<PulledEngagements> => {
  await engagements.lock(recipientId);
  const told = new Map(page.engagements.filter(isUsable).map((each) => [each.number.trim(), each]));
  const known = new Map(
    (await engagements.findMany(recipientId, [...told.keys()])).map((each) => [each.number, each]),
  );
  const services = new Map(
    (await serviceBook.all(recipientId)).map(({ code }) => [code.toLowerCase(), code]),
  );
  const at = now();
  const changed: Engagement[] = [];
  let kept = 0;
  for (const [number, there] of told) {
    const before = known.get(number);
    const after = { ...engagementOf(there, services), recipientId, number, updatedAt: at };
    if (before && before.source !== 'accounting') kept += 1;
    else if (!before || saysOf(before) !== saysOf(after)) changed.push(after);
  }
  if (changed.length > 0) {
    await engagements.put(changed);
    await accessTrace.record({
      structureId: recipientId,
      at,
      byUserId: null,
      byName: name,
      act: 'engagements.fetched',
      subject: name,
      details: {
        added: changed.filter(({ number }) => !known.has(number)).length,
        changed: changed.filter(({ number }) => known.has(number)).length,
        kept,
      },
    });
  }
  return { changed: changed.length, kept };
};

/** As long as the table's column; a longer number could stand on no invoice. */
const isUsable = ({ number }: EngagementThere): boolean =>
  number.trim() !== '' && number.trim().length <= 50 && !number.includes('\u0000');

const LONGEST_LABEL = 200;

/** A service that the entity does not have here says nothing: it would close the engagement to everybody. */
const engagementOf = (
  { serviceCode, supplierSiret, label = '', amountLeft, validUntil, closed }: EngagementThere,
  services: ReadonlyMap<string, string>,
): Omit<Engagement, 'recipientId' | 'number' | 'updatedAt'> => {
  const service = services.get(serviceCode?.trim().toLowerCase() ?? '');
  const left = amountLeft === undefined ? undefined : Decimal.parse(amountLeft);
  return {
    label: [...label.trim()].slice(0, LONGEST_LABEL).join(''),
    currency: 'EUR',
    source: 'accounting',
    closed,
    ...(service === undefined ? {} : { serviceCode: service }),
    ...(supplierSiret === undefined ? {} : { supplierIdentifier: supplierSiret }),
    ...(left === undefined ? {} : { amountLeft: left }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
};

const saysOf = ({
  label,
  closed,
  serviceCode = '',
  supplierIdentifier = '',
  amountLeft,
  validUntil = '',
}: Engagement): string =>
  JSON.stringify([
    label,
    closed,
    serviceCode,
    supplierIdentifier,
    amountLeft?.rounded().toString(),
    validUntil,
  ]);
