import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { engagementNumberOf } from '@parvis/domain/invoice/public-references';
import type { KnownEngagements } from '@parvis/domain/rules/recipient/judge-engagement';
import type { Stores } from '../ports/work.js';

/** Enough to find the number that was meant; a supplier with more open orders knows them by heart. */
const mostOfSupplier = 500;

/**
 * What is known of the engagement an invoice names; undefined where nothing is to be checked. The platform looks, in its own
 * name: no supplier sees a recipient's engagements, and the rule that judges decides what the answer may say.
 */
export const findKnownEngagements = (
  { engagements, asPlatform }: Pick<Stores, 'engagements' | 'asPlatform'>,
  invoice: Invoice,
  { structureId, kind }: DirectoryEntry,
  supplierKeys: readonly string[],
): Promise<KnownEngagements | undefined> =>
  asPlatform(async () => {
    const number = engagementNumberOf(invoice);
    if (number === undefined) return undefined;
    const settings = await engagements.settings(structureId);
    if (settings.check === 'none' && kind !== 'state') return undefined;
    const named = await engagements.find(structureId, number);
    if (named) return { settings, any: true, named, ofSupplier: [] };
    if (!(await engagements.any(structureId))) return undefined;
    return {
      settings,
      any: true,
      ofSupplier: await engagements.openOfSupplier(structureId, supplierKeys, mostOfSupplier),
    };
  });
