import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { receivesAt } from '@parvis/domain/directory/receives-at';
import { lettersOf } from '@parvis/domain/directory/same-letters';
import type { NamedService, SomeServices } from '@parvis/domain/directory/settings-finding';
import { ended } from '@parvis/domain/life-cycle/legal-clock';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { ReceivedKey, ServiceFactsAsked, SettingsFigures } from '../settings/settings-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memorySettingsFigures = (tables: MemoryTables): SettingsFigures => {
  const received = (structureId: string, since: Date) =>
    [...tables.invoices.values()].filter(
      ({ ref, depositedAt }) => ref.recipientId === structureId && depositedAt >= since,
    );
  const servicesOf = (structureId: string) => tables.recipients.get(structureId)?.services ?? [];
  return {
    receivedSince: async (structureId, since) =>
      [
        ...Map.groupBy(received(structureId, since), (invoice) => textOf(keyOfInvoice(invoice))).values(),
      ].flatMap((group) =>
        group.slice(0, 1).map((first) => ({ ...keyOfInvoice(first), count: group.length })),
      ),
    servicesNamed: async (structureId, codes) => {
      const services = servicesOf(structureId);
      return {
        services: services.filter(({ code }) => codes.includes(code)),
        any: services.length > 0,
      };
    },
    receivedAmong: async (structureId, { since, keys, limit }) => {
      const wanted = new Set(keys.map(textOf));
      return received(structureId, since)
        .filter((invoice) => wanted.has(textOf(keyOfInvoice(invoice))))
        .sort((one, other) => other.depositedAt.getTime() - one.depositedAt.getTime())
        .slice(0, limit)
        .map((invoice) => {
          const { content: _content, warnings: _warnings, ...row } = invoice;
          return { row, key: keyOfInvoice(invoice) };
        });
    },
    serviceFacts: async (structureId, asked) => {
      const services = servicesOf(structureId);
      const invoicedSince = (since: Date) =>
        new Set(received(structureId, since).map(({ serviceCode }) => serviceCode));
      const open = services.filter((service) => receivesAt(service, asked.day));
      const settled = open.filter(
        ({ code }) =>
          (tables.serviceTimes.get(keyOf(structureId, code)) ?? new Date(0)) < asked.settledBefore,
      );
      const [used, recent] = [invoicedSince(asked.unusedSince), invoicedSince(asked.recently)];
      return {
        openServices: open.length,
        unused: some(
          settled.filter(({ code }) => !used.has(code)),
          asked,
        ),
        alike: alike(open, asked.named),
        closedAndInvoiced: some(
          services.filter(({ active, code }) => !active && recent.has(code)),
          asked,
        ),
        unnamed: some(
          open.filter(({ code, name }) => name.trim() === code),
          asked,
        ),
        expired: some(
          services.filter(({ active, validUntil }) => active && (validUntil ?? asked.day) < asked.day),
          asked,
        ),
        openInvoices: received(structureId, new Date(0)).filter(({ status }) => !ended.includes(status))
          .length,
      };
    },
  };
};

const keyOfInvoice = ({ serviceCode, engagementNumber, content }: StoredInvoice): ReceivedKey => ({
  serviceCode,
  carriesEngagement: engagementNumber !== undefined || Boolean(content.contractReference?.trim()),
  framework: content.businessProcess?.trim(),
});

const textOf = ({ serviceCode, carriesEngagement, framework }: ReceivedKey): string =>
  JSON.stringify([serviceCode ?? null, carriesEngagement, framework ?? null]);

const nameOf = ({ code, name }: DirectoryService): NamedService => ({ code, name });

const inOrder = (services: readonly DirectoryService[]): NamedService[] =>
  services.map(nameOf).sort((one, other) => (one.code < other.code ? -1 : 1));

const some = (services: readonly DirectoryService[], { named }: ServiceFactsAsked): SomeServices => ({
  count: services.length,
  first: inOrder(services).slice(0, named),
});

/** The first two of each group of services that people would confuse. */
const alike = (open: readonly DirectoryService[], named: number) => {
  const groups = [
    ...Map.groupBy(open, ({ name }) => name.trim().toLowerCase()).values(),
    ...Map.groupBy(open, ({ code }) => lettersOf(code)).values(),
  ].filter((group) => group.length > 1);
  const pairs = new Map(
    groups.flatMap((group) => {
      const [one, other] = inOrder(group);
      return one && other ? [[keyOf(one.code, other.code), [one, other] as const] as const] : [];
    }),
  );
  const sorted = [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
  return { count: sorted.length, first: sorted.slice(0, named) };
};
