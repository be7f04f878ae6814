import { RestFailure } from './rest-failure.js';

type Record_ = Readonly<Record<string, unknown>>;

/** Columns of the database, where they are called otherwise than in the answers. */
const columns: Readonly<Record<string, string>> = {
  rowid: 'id',
  siren: 'idprof1',
  siret: 'idprof2',
  fk_statut: 'status',
};

const condition = /^\(([a-zA-Z0-9_.]+):([<>!=a-z]+):([^()]+)\)$/;

/** `(t.ref_ext:=:'a') and (t.rowid:>:12)`: every condition holds. Stamps are compared in the server's own time. */
export const filterOf = (text: string): ((row: Record_) => boolean) => {
  if (text === '') return () => true;
  const tests = text.split(' and ').map((part) => {
    const [, name = '', operator = '', value = ''] = condition.exec(part.trim()) ?? [];
    if (name === '') throw new RestFailure(503, `Error when validating parameter sqlfilters: ${text}`);
    return testOf(name.replace(/^t\./, ''), operator, value);
  });
  return (row) => tests.every((test) => test(row));
};

const testOf = (column: string, operator: string, quoted: string): ((row: Record_) => boolean) => {
  const field = columns[column] ?? column;
  const value = unquoted(quoted);
  const found = (row: Record_): string =>
    column === 'tms' ? localTime(Number(row[field])) : String(row[field] ?? '');
  const isNumber = /^\d+$/.test(value);
  const order = (row: Record_): number =>
    isNumber ? Number(found(row)) - Number(value) : found(row) < value ? -1 : found(row) > value ? 1 : 0;
  switch (operator) {
    case '=':
      return (row) => found(row) === value;
    case '!=':
      return (row) => found(row) !== value;
    case '>':
      return (row) => order(row) > 0;
    case '>=':
      return (row) => order(row) >= 0;
    case '<':
      return (row) => order(row) < 0;
    case 'like': {
      const pattern = likePattern(value);
      return (row) => pattern.test(found(row));
    }
    case 'in': {
      const values = quoted.split(',').map(unquoted);
      return (row) => values.includes(found(row));
    }
    default:
      throw new RestFailure(503, `Error when validating parameter sqlfilters: operator ${operator}`);
  }
};

const unquoted = (text: string): string => text.replace(/^'(.*)'$/, '$1');

const likePattern = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const localTime = (seconds: number): string => {
  const found = Object.fromEntries(
    parts.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value]),
  );
  return `${found.year}-${found.month}-${found.day} ${found.hour}:${found.minute}:${found.second}`;
};
