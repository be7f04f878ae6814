import { dolibarrKind } from '@parvis/connector-dolibarr/dolibarr-kind';
import { fileExchangeKind } from '@parvis/connector-file-exchange/file-exchange-kind';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import { odooKind } from '@parvis/connector-odoo/odoo-kind';
import { pastellKind } from '@parvis/connector-pastell/pastell/pastell-kind';
import { s2lowKind } from '@parvis/connector-pastell/s2low/s2low-kind';
import { peppolKind } from '@parvis/connector-peppol/peppol-kind';
import { pesKind } from '@parvis/connector-pes/pes-kind';
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
  pesKind,
  pastellKind,
  s2lowKind,
  peppolKind,
  simulatorKind,
];
