import type { DirectoryEntry } from '../directory-entry.js';
import {
  changeColumn,
  type DownloadColumn,
  type DownloadValue,
  type EntityChange,
  entityColumns,
  serviceColumns,
} from './columns.js';

/** The first line of a CSV file. */
export const csvHeader = (withChange: boolean): string =>
  csvLine([
    ...(withChange ? [changeColumn.name] : []),
    ...entityColumns.map(({ name }) => name),
    ...serviceColumns.map(({ name }) => name),
  ]);

/** One line for each service, one for an entity without any. RFC 4180: commas, CRLF, UTF-8. */
export const csvLines = (entry: DirectoryEntry, change?: EntityChange): string => {
  const shared = [...(change === undefined ? [] : [change]), ...entityColumns.map(({ of }) => of(entry))];
  const services =
    entry.services.length === 0
      ? [serviceColumns.map(() => undefined)]
      : entry.services.map((service) => serviceColumns.map(({ of }) => of(service)));
  return services.map((service) => csvLine([...shared, ...service])).join('');
};

/** The entity and its services as one line of JSON; what is not known is left out. */
export const jsonLine = (entry: DirectoryEntry, change?: EntityChange): string =>
  `${JSON.stringify({
    ...(change === undefined ? {} : { change }),
    ...keyed(entityColumns, entry),
    services: entry.services.map((service) => keyed(serviceColumns, service)),
  })}\n`;

const keyed = <From>(columns: readonly DownloadColumn<From>[], from: From): Record<string, DownloadValue> =>
  Object.fromEntries(columns.map(({ name, of }) => [name, of(from)]));

const csvLine = (values: readonly DownloadValue[]): string => `${values.map(csvCell).join(',')}\r\n`;

const csvCell = (value: DownloadValue): string => {
  const text = guarded(value === undefined ? '' : String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A spreadsheet runs what begins so; telephone numbers alone may stay as they are. */
const guarded = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^\+?[\d\s.()-]+$/.test(text) ? `'${text}` : text;
