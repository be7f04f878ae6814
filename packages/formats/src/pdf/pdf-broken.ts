/** The bytes are no PDF that can be read; caught inside the PDF reader. */
export class PdfBroken extends Error {}
