import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { sha256 } from '@parvis/connector-kit/drop/receipts';
import type { PivotAttachment } from './pivot-attachment.js';
import { readTar, type TarMember, writeTar } from './tar.js';

export const PIVOT_NAME = 'pivot.xml';

/** What we pack ourselves stays below. */
const MOST_UNPACKED = 100 * 2 ** 20;

/** Pivot, files and `manifest.json` (names, sizes, SHA-256) as one tar.gz. */
export const packEnvelope = (
  key: DeliveryKey,
  flowId: string,
  {
    pivot,
    attachments,
    writtenAt,
  }: {
    readonly pivot: Uint8Array;
    readonly attachments: readonly PivotAttachment[];
    readonly writtenAt: Date;
  },
): Promise<Uint8Array> => {
  const manifest = {
    key,
    flow: flowId,
    pivot: { name: PIVOT_NAME, bytes: pivot.length, sha256: sha256(pivot) },
    files: attachments.map(({ name, originalName, type, mediaType, file }) => ({
      name,
      originalName: originalName ?? file.fileName,
      type,
      mediaType,
      bytes: file.bytes.length,
      sha256: file.sha256,
    })),
  };
  const members: TarMember[] = [
    { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, undefined, 2)) },
    { name: PIVOT_NAME, bytes: pivot },
    ...attachments.map(({ name, file }) => ({ name, bytes: file.bytes })),
  ];
  return promisify(gzip)(writeTar(members, writtenAt));
};

/** The files of a tar.gz; undefined where it is not whole. */
export const unpackEnvelope = (
  bytes: Uint8Array,
  mostBytes = MOST_UNPACKED,
): readonly TarMember[] | undefined => {
  try {
    return readTar(gunzipSync(bytes, { maxOutputLength: mostBytes }));
  } catch {
    return undefined;
  }
};
