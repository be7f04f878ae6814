import type { Invoice, Note } from '@parvis/domain/invoice/invoice';
import { trimmed } from '../xml/white-space.js';

/** UBL writes the subject code of a note (BT-21) inside its text: `#PMT#Indemnité forfaitaire…`. */
export const withSubjectCodes = (invoice: Invoice): Invoice => ({
  ...invoice,
  notes: invoice.notes.map(splitNote),
});

const splitNote = (note: Note): Note => {
  const match = /^#([^#]{3})#([\s\S]*)$/.exec(note.text);
  if (match?.[1] === undefined) return note;
  return { subjectCode: match[1], text: trimmed(match[2] ?? '') };
};
