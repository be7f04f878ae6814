import type { DirectoryService } from '../../directory/directory-entry.js';
import { adviseServices, type ServiceUse } from '../../directory/service-advice.js';
import type { Invoice } from '../../invoice/invoice.js';
import type { FaultChoice } from '../fault.js';

/** More are looked for in the directory. */
const MOST_CHOICES = 20;

/**
 * The services an invoice may be for, likeliest first: by what its lines sell and by what the supplier invoiced there
 * before, then the others in the order of the entity.
 */
export const serviceChoices = (
  { lines }: Pick<Invoice, 'lines'>,
  open: readonly DirectoryService[],
  history: readonly ServiceUse[],
): FaultChoice[] => {
  const words = lines.map(({ item }) => [item.name, item.description].filter(Boolean).join(' ')).join(' ');
  const advised = adviseServices({ services: open, words: words.slice(0, 2000), history, forgiving: false });
  const first = advised.map(({ service }) => service);
  const known = new Set(first);
  return [...first, ...open.filter((service) => !known.has(service))]
    .slice(0, MOST_CHOICES)
    .map(({ code, name }) => ({ value: code, label: name }));
};
