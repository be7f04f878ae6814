import type { CalendarDate, Period } from '@parvis/domain/invoice/invoice';
import type { XmlText } from './xml-text.js';

/** A day of format 102, `YYYYMMDD`, in the element that holds it. */
export const writeCiiDay = (
  text: XmlText,
  name: string,
  day: CalendarDate | undefined,
  inside = 'udt:DateTimeString',
): void => text.group(name, () => text.leaf(inside, day?.replaceAll('-', ''), { format: '102' }));

export const writeCiiPeriod = (text: XmlText, period: Period | undefined): void => {
  if (!period) return;
  text.group(
    'ram:BillingSpecifiedPeriod',
    () => {
      writeCiiDay(text, 'ram:StartDateTime', period.start);
      writeCiiDay(text, 'ram:EndDateTime', period.end);
    },
    { keep: true },
  );
};

/** A reference with a type code: 50 tender or lot, 130 invoiced object, 916 supporting document. */
export const writeCiiReference = (
  text: XmlText,
  name: string,
  number: string | undefined,
  { type, scheme }: { readonly type?: string; readonly scheme?: string | undefined } = {},
): void => {
  if (number === undefined) return;
  text.group(name, () => {
    text.leaf('ram:IssuerAssignedID', number);
    text.leaf('ram:TypeCode', type);
    text.leaf('ram:ReferenceTypeCode', scheme);
  });
};
