import type { EnvelopeFile } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import { toBytesValue } from '../protocol/values.js';

const attachmentRow = z.object({
  id: z.int(),
  name: z.string(),
  data_size: z.int().nullable(),
  description: z.string().nullable(),
});

type AttachmentRow = z.infer<typeof attachmentRow>;

/** Adds the files that the bill does not hold yet. Run twice, or by two at once, it leaves each of them once. */
export const attachOnce = async (
  client: TrytonClient,
  invoiceId: string,
  files: readonly EnvelopeFile[],
): Promise<void> => {
  const resource = `account.invoice,${invoiceId}`;
  const present = await list(client, resource);
  const missing = files.filter((file) => !present.some((row) => isSame(row, file)));
  for (const { fileName, bytes, sha256 } of missing) {
    const values = {
      name: fileName,
      type: 'data',
      data: toBytesValue(bytes),
      description: hashMark(sha256),
      resource,
    };
    await client.call('ir.attachment', 'create', [[values]], z.array(z.int()));
  }
  if (missing.length > 0) await removeTwins(client, resource, files);
};

const list = (client: TrytonClient, resource: string): Promise<AttachmentRow[]> =>
  client.search(
    'ir.attachment',
    {
      domain: [['resource', '=', resource]],
      order: [['id', 'ASC']],
      fields: ['name', 'data_size', 'description'],
    },
    attachmentRow,
  );

const hashMark = (sha256: string): string => `SHA-256 ${sha256}`;

/** By our mark; by name and size where somebody has rewritten the description. */
const isSame = (
  { name, data_size, description }: AttachmentRow,
  { fileName, bytes, sha256 }: EnvelopeFile,
): boolean =>
  description?.includes(hashMark(sha256)) ||
  (name === fileName && data_size === bytes.length && !isMarked(description));

const isMarked = (description: string | null): boolean => description?.startsWith('SHA-256 ') ?? false;

const removeTwins = async (
  client: TrytonClient,
  resource: string,
  files: readonly EnvelopeFile[],
): Promise<void> => {
  const rows = await list(client, resource);
  const twins = files.flatMap(({ sha256 }) =>
    rows.filter(({ description }) => description === hashMark(sha256)).slice(1),
  );
  const ids = [...new Set(twins.map(({ id }) => id))];
  if (ids.length > 0) await client.call('ir.attachment', 'delete', [ids], z.unknown());
};
