import { useLanguage } from '../language/language.js';

export interface AmountTextProps {
  /** Exact decimal as text, `1234.5`: shown as sent, never through a float. */
  readonly value: string;
  /** ISO 4217. */
  readonly currency?: string | undefined;
}

/** An amount as people write it in their language, with its currency. */
export function AmountText({ value, currency = 'EUR' }: AmountTextProps) {
  const { locale } = useLanguage();
  return <span style={{ whiteSpace: 'nowrap' }}>{formatAmount(value, currency, locale)}</span>;
}

/** Intl formats decimal text exactly (ES2023), so no digit is lost on large amounts. */
export const formatAmount = (value: string, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 10 }).format(
    value as `${number}`,
  );
