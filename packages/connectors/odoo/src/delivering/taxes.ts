import { Refused } from '@parvis/connector-kit/failures';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { PurchaseTax } from '../reference-data.js';
import type { OdooSettings } from '../settings.js';

export type TaxFor = (rate: Decimal) => PurchaseTax | undefined;

/** A rate of zero needs no tax unless a rule names one; a rate that Odoo does not know stops the delivery. */
export const taxesFor =
  (taxes: readonly PurchaseTax[], settings: Pick<OdooSettings, 'taxes'>): TaxFor =>
  (rate) => {
    const named = settings.taxes.find((rule) => Decimal.of(rule.rate).equals(rate))?.name;
    if (named === undefined && rate.isZero()) return undefined;
    const tax = taxes.find(
      (known) => known.rate.equals(rate) && (named === undefined || known.name === named),
    );
    if (tax) return tax;
    throw new Refused(
      'reference-data-missing',
      say(
        `Il manque dans Odoo une taxe d’achat à ${rate} %${named ? ` nommée « ${named} »` : ''}, prix hors taxe.`,
        `Odoo lacks a purchase tax of ${rate} %${named ? ` named "${named}"` : ''}, on prices without tax.`,
      ),
    );
  };
