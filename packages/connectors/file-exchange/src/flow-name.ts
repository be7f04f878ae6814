import { createHash } from 'node:crypto';
import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { nameOfKey } from '@parvis/connector-kit/drop/receipts';
import type { FileExchangeSettings } from './settings.js';

type Naming = Pick<FileExchangeSettings, 'application' | 'interface' | 'naming' | 'packaging'>;

/** `{application}{four digits of the interface}{15 digits}`, the same at every try. Source: DSE Chorus Pro § 5.4.3.1. */
export const flowId = (
  { application, interface: code }: Omit<Naming, 'naming' | 'packaging'>,
  key: DeliveryKey,
): string => {
  const hash = createHash('sha256').update(key).digest('hex');
  const sequence = (BigInt(`0x${hash.slice(0, 16)}`) % 10n ** 15n).toString().padStart(15, '0');
  return `${application}${code.slice(3, 7)}${sequence}`;
};

/** `parvis-…-1.xml`, or `FEN0036A_PARV01_PARV010036….xml` as Chorus Pro names it. */
export const flowFileName = (settings: Naming, key: DeliveryKey): string => {
  const { naming, packaging, application, interface: code } = settings;
  const name = naming === 'key' ? nameOfKey(key) : `${code}_${application}_${flowId(settings, key)}`;
  return `${name}.${packaging}`;
};
