import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Language } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type { WrittenCell } from '@parvis/domain/tables/table';

export const asText = (text: string | undefined): WrittenCell => text ?? null;

export const asYesOrNo = (value: boolean | undefined, language: Language): WrittenCell => {
  if (value === undefined) return null;
  if (language === 'fr') return value ? 'oui' : 'non';
  return value ? 'yes' : 'no';
};

export const asDay = (day: CalendarDate | undefined): WrittenCell => (day === undefined ? null : { day });

export const asAmount = (amount: Decimal | undefined): WrittenCell =>
  amount === undefined ? null : { decimal: amount.toString() };
