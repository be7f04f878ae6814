import type { Fault } from '@parvis/domain/rules/fault';
import { readFault } from '../reading/read-fault.js';
import type { EmbeddedFile } from './embedded-files.js';
import { pagesOf } from './page/page-tree.js';
import { PdfBroken } from './pdf-broken.js';
import type { PdfFile } from './pdf-file.js';
import { isArray, nameOf, type PdfValue } from './pdf-values.js';

const programEndings = /\.(exe|com|bat|cmd|msi|scr|js|vbs|ps1|jar|app|sh|dll|lnk|hta)$/i;
const activeActions = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm'];

/** Of all pages together. */
const maximumAnnotations = 2_000;

/** Scripts, launched programs and attached programs: an invoice has no use for them, and whoever opens it must know. */
export const activeContentOf = (file: PdfFile, files: readonly EmbeddedFile[]): Fault[] => {
  const { catalog } = file;
  const found: string[] = [];
  if (file.dict(catalog.get('Names'))?.has('JavaScript')) found.push('JavaScript');
  found.push(...actionsIn(file, catalog.get('OpenAction')));
  if (catalog.has('AA')) found.push('AA');
  found.push(...onPages(file));
  found.push(...files.map(({ fileName }) => fileName).filter((name) => programEndings.test(name)));
  return [...new Set(found)].map((name) =>
    readFault('PV-READ-PDF-ACTIVE-CONTENT', { severity: 'warning', values: { found: name.slice(0, 100) } }),
  );
};

/** What runs when a page is opened or something on it is touched. */
const onPages = (file: PdfFile): string[] => {
  const found: string[] = [];
  try {
    let left = maximumAnnotations;
    for (const { dict } of pagesOf(file)) {
      if (dict.has('AA')) found.push('AA');
      const annotations = file.resolve(dict.get('Annots'));
      for (const value of isArray(annotations) ? annotations : []) {
        if (--left < 0) return found;
        const annotation = file.dict(value);
        found.push(...actionsIn(file, annotation?.get('A')));
        for (const action of file.dict(annotation?.get('AA'))?.values() ?? [])
          found.push(...actionsIn(file, action));
      }
    }
  } catch (error) {
    if (!(error instanceof PdfBroken)) throw error;
  }
  return found;
};

const actionsIn = (file: PdfFile, value: PdfValue | undefined): string[] => {
  const name = nameOf(file.resolve(file.dict(value)?.get('S')));
  return name !== undefined && activeActions.includes(name) ? [name] : [];
};
