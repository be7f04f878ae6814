/**
 * Addresses as they stand in texts, with what says whose they are; JSON's own signs end them. Looked for where a run of
 * letters begins, or a stranger's long address would be read again from each of its letters.
 */
const EMAIL =
  /(?<![\w.!#$%&'*+/=?^`{|}~-])([\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]*(@[\w-]+(?:\.[\w-]+)+)/g;

/** Two letters, two digits and 11 to 30 letters or digits, in groups or not (ISO 13616). */
const IBAN =
  /\b([A-Z]{2})\d{2}(?:(?:[ \u00A0]?[A-Z0-9]{4}){3,7}(?:[ \u00A0]?[A-Z0-9]{1,3})?|(?:[ \u00A0]?[A-Z0-9]{4}){2}[ \u00A0]?[A-Z0-9]{3})\b/g;

/**
 * A line of a log without what names a person or an account: enough of an address is left to recognise a mailbox one
 * already knows. Last barrier, behind never logging such things.
 */
export const hidePersonal = (line: string): string =>
  line.replaceAll(EMAIL, '$1…$2').replaceAll(IBAN, '$1… [hidden]');
