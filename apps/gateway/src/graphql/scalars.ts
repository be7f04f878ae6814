import { Decimal } from '@parvis/domain/amount/decimal';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const textOf = (node: ValueNode): string => {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
  throw new GraphQLError('Expected a text value.', { nodes: node });
};

const scalar = <Value>(
  name: string,
  description: string,
  read: (text: string) => Value,
  write: (value: Value) => string,
): GraphQLScalarType<Value, string> =>
  new GraphQLScalarType<Value, string>({
    name,
    description,
    serialize: (value) => write(value as Value),
    parseValue: (value) => read(String(value)),
    parseLiteral: (node) => read(textOf(node)),
  });

const readInstant = (text: string): Date => {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    throw new GraphQLError(`"${text}" is not an instant such as 2026-03-03T09:42:00Z.`);
  }
  return instant;
};

const readCalendarDate = (text: string): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && isOnCalendar(text);
  if (!isDay) throw new GraphQLError(`"${text}" is not a day such as 2026-03-03.`);
  return text;
};

const isOnCalendar = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const readDecimal = (text: string): Decimal => {
  const decimal = Decimal.parse(text);
  if (!decimal) throw new GraphQLError(`"${text}" is not a decimal such as 1234.50.`);
  return decimal;
};

export const DateTimeIso = scalar<Date>(
  'DateTimeISO',
  'An instant, ISO 8601 in UTC.',
  readInstant,
  (instant) => instant.toISOString(),
);

export const CalendarDate = scalar<string>(
  'CalendarDate',
  'A calendar day, `YYYY-MM-DD`, in Europe/Paris where the law counts days.',
  readCalendarDate,
  (day) => day,
);

export const DecimalScalar = scalar<Decimal>(
  'Decimal',
  'An exact decimal as text: `1234.50`. Never a float.',
  readDecimal,
  (decimal) => decimal.toString(),
);
