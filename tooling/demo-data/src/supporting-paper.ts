import { writeTextPage } from '@parvis/formats/write-pdf/write-text-page';

/** The paper a supplier adds when asked: one page, one sentence. */
export const supportingPaper = async (title: string, sentence: string): Promise<Uint8Array> =>
  writeTextPage({ title, text: sentence, language: 'fr', madeAt: new Date('2026-01-01T00:00:00Z') });
