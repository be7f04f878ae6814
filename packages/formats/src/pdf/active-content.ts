import type { Fault } from '@parvis/domain/rules/fault';
import { readFault } from '../reading/read-fault.js';
import type { EmbeddedFile } from './embedded-files.js';
import type { PdfFile } from './pdf-file.js';
import { nameOf } from './pdf-values.js';

const programEndings = /\.(exe|com|bat|cmd|msi|scr|js|vbs|ps1|jar|app|sh|dll|lnk|hta)$/i;
const activeActions = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm'];

/** Scripts, launched programs and attached programs: an invoice has no use for them, and whoever opens it must know. */
export const activeContentOf = (file: PdfFile, files: readonly EmbeddedFile[]): Fault[] => {
  const { catalog } = file;
  const found: string[] = [];
  if (file.dict(catalog.get('Names'))?.has('JavaScript')) found.push('JavaScript');
  const action = nameOf(file.resolve(file.dict(catalog.get('OpenAction'))?.get('S')));
  if (action !== undefined && activeActions.includes(action)) found.push(action);
  if (catalog.has('AA')) found.push('AA');
  found.push(...files.map(({ fileName }) => fileName).filter((name) => programEndings.test(name)));
  return [...new Set(found)].map((name) =>
    readFault('PV-READ-PDF-ACTIVE-CONTENT', { severity: 'warning', values: { found: name.slice(0, 100) } }),
  );
};
