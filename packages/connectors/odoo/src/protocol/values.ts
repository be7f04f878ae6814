import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';

/** Odoo says `false` for every empty field that is not a number or a yes-or-no. */
export const textValue = z.union([z.string(), z.literal(false)]).transform((value) => value || undefined);

/** A link to one record: its identifier; undefined when empty. */
export const linkValue = z
  .union([z.tuple([z.int(), z.string()]), z.literal(false)])
  .transform((value) => (value === false ? undefined : value[0]));

/** The same with the name people see. */
export const namedLinkValue = z
  .union([z.tuple([z.int(), z.string()]), z.literal(false)])
  .transform((value) => (value === false ? undefined : { id: value[0], name: value[1] }));

/** A stamp: seconds since 1970. Odoo writes UTC and cuts what its database holds of a second. */
export const stampValue = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
  .transform((text) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000);

export const toStampText = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** An amount comes as a floating number: to the cent it is exact. */
export const amountValue = z.number().transform((value) => Decimal.of(value.toFixed(2)));

export const identifiers = z.array(z.int());
