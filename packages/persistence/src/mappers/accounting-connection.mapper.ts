import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { AccountingConnectionEntity } from '../entities/accounting-connection.entity.js';
import type { SettingsCipher } from '../settings-cipher.js';
import { withoutNulls } from '../without-nulls.js';

export const toConnection = (
  { connectionId, cursor, settings, lastProblemAt: _lastProblemAt, ...rest }: AccountingConnectionEntity,
  cipher: SettingsCipher,
): AccountingConnection => ({
  ...withoutNulls(rest),
  id: connectionId,
  cursor,
  settings: cipher.open(settings as Readonly<Record<string, unknown>>, connectionId),
});

export const toConnectionEntity = (
  { id, settings, pausedAt, lastPulledAt, lastProblem, ...connection }: AccountingConnection,
  cipher: SettingsCipher,
): AccountingConnectionEntity => ({
  ...connection,
  connectionId: id,
  settings: cipher.seal(settings, id),
  pausedAt: pausedAt ?? null,
  lastPulledAt: lastPulledAt ?? null,
  lastProblem: lastProblem ?? null,
  lastProblemAt: null,
});
