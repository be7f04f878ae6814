import { dolibarrKind } from '@parvis/connector-dolibarr/dolibarr-kind';
import { fileExchangeKind } from '@parvis/connector-file-exchange/file-exchange-kind';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import { odooKind } from '@parvis/connector-odoo/odoo-kind';
import { peppolKind } from '@parvis/connector-peppol/peppol-kind';
import { simulatorKind } from '@parvis/connector-simulator/simulator-kind';
import { trytonKind } from '@parvis/connector-tryton/tryton-kind';
import { webhookKind } from '@parvis/connector-webhook/webhook-kind';

/** Every kind of accounting system that comes with Parvis, in the order in which they are offered. */
export const shippedKinds: readonly ConnectorKind<unknown>[] = [
  trytonKind,
  odooKind,
  dolibarrKind,
  webhookKind,
  fileExchangeKind,
  peppolKind,
  simulatorKind,
];
