/**
 * What may be sent. Source: Chorus Pro's own limits (API: 10 MB for an attachment, 120 MB for an invoice with all of
 * them; rule G4.03 for the kinds of files). Names up to 255 characters of any script replace its 50.
 */
export const MAXIMUM_INVOICE_BYTES = 20 * 1024 * 1024;
export const MAXIMUM_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAXIMUM_TOTAL_BYTES = 120 * 1024 * 1024;
/** Before it is known whether a file is an invoice or an attachment. */
export const MAXIMUM_UPLOAD_BYTES = Math.max(MAXIMUM_INVOICE_BYTES, MAXIMUM_ATTACHMENT_BYTES);
export const MAXIMUM_FILE_NAME_CHARACTERS = 255;
/** An upload nobody used by then may be cleared. */
export const UPLOAD_LIFETIME_HOURS = 24;
