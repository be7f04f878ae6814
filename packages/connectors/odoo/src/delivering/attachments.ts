import { createHash } from 'node:crypto';
import type { EnvelopeFile } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { OdooClient } from '../protocol/odoo-client.js';
import { identifiers, textValue } from '../protocol/values.js';

const attachmentRow = z.object({ id: z.int(), checksum: textValue });

/** Adds the files that the bill does not hold yet. Run twice, or by two at once, it leaves each of them once. */
export const attachOnce = async (
  client: OdooClient,
  bill: number,
  files: readonly EnvelopeFile[],
): Promise<void> => {
  const wanted = new Map(files.map((file) => [checksumOf(file), file]));
  const present = await list(client, bill);
  const missing = [...wanted].filter(([checksum]) => !present.some((row) => row.checksum === checksum));
  for (const [, { fileName, mediaType, bytes }] of missing) {
    const values = {
      name: fileName,
      type: 'binary',
      datas: Buffer.from(bytes).toString('base64'),
      mimetype: mediaType,
      res_model: 'account.move',
      res_id: bill,
    };
    await client.call(
      { model: 'ir.attachment', method: 'create', args: { vals_list: [values] } },
      identifiers,
    );
  }
  if (missing.length > 0) await removeTwins(client, bill, [...wanted.keys()]);
};

/** Odoo tells files apart by the SHA-1 of their content. */
const checksumOf = ({ bytes }: EnvelopeFile): string => createHash('sha1').update(bytes).digest('hex');

const list = (client: OdooClient, bill: number) =>
  client.search(
    {
      model: 'ir.attachment',
      domain: [
        ['res_model', '=', 'account.move'],
        ['res_id', '=', bill],
      ],
      fields: ['checksum'],
      order: 'id',
    },
    attachmentRow,
  );

const removeTwins = async (client: OdooClient, bill: number, checksums: readonly string[]): Promise<void> => {
  const rows = await list(client, bill);
  const twins = checksums.flatMap((checksum) => rows.filter((row) => row.checksum === checksum).slice(1));
  const ids = twins.map(({ id }) => id);
  if (ids.length > 0) await client.call({ model: 'ir.attachment', method: 'unlink', ids }, z.unknown());
};
