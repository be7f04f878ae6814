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
  found.push(...files.filter((one) => isProgram(file, one)).map(({ fileName }) => fileName));
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

/** An honest action leads to one other, if to any. */
const longestChain = 3;
const mostAtOnce = 10;

/** An action may lead to others, which run after it. */
const actionsIn = (file: PdfFile, value: PdfValue | undefined, depth = 0): string[] => {
  const action = file.dict(value);
  if (!action || depth >= longestChain) return [];
  const name = nameOf(file.resolve(action.get('S')));
  const next = file.resolve(action.get('Next'));
  const following = isArray(next) ? next.slice(0, mostAtOnce) : [next];
  return [
    ...(name !== undefined && activeActions.includes(name) ? [name] : []),
    ...following.flatMap((one) => (one === null ? [] : actionsIn(file, one, depth + 1))),
  ];
};

/** How programs of Windows, Linux and macOS begin, and scripts that say what runs them. */
const programStarts = ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe'];

/** By its name, or by how it begins whatever its name. */
const isProgram = (file: PdfFile, { fileName, stream }: EmbeddedFile): boolean => {
  if (programEndings.test(fileName)) return true;
  const start = Buffer.from(file.beginningOf(stream)).toString('latin1');
  return programStarts.some((program) => start.startsWith(program));
};
