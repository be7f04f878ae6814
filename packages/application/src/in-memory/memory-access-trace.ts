import type { AccessTrace } from '../access/access-trace.js';
import { pageOf } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryAccessTrace = ({ accessTraces }: MemoryTables): AccessTrace => ({
  record: async (entry) => {
    accessTraces.set(accessTraces.size, { ...entry, id: `trace ${accessTraces.size}` });
  },
  page: async (structureId, window) => {
    const own = [...accessTraces].filter(
      ([, entry]) => entry.structureId === structureId && (window.acts?.includes(entry.act) ?? true),
    );
    const { rows, next, cursors } = pageOf(own, ([number, { at }]) => [-at.getTime(), -number], window);
    return { entries: rows.map(([, entry]) => entry), next, cursors };
  },
});
