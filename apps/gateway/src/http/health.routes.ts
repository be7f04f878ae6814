import type { Request } from 'express';
import type { Registry } from 'prom-client';
import type { Route } from './route.js';

interface HealthParts {
  /** Throws when the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  readonly isStopping: () => boolean;
  readonly metrics: Registry;
  readonly metricsToken: string | undefined;
}

/** For whoever keeps the process running: is it alive, may it get requests, how does it do. */
export const healthRoutes = (parts: HealthParts): readonly Route[] => [
  {
    method: 'get',
    path: '/healthz',
    binding: { kind: 'open', reason: 'says only that the process answers' },
    handle: (_request, response) => {
      response.json({ status: 'alive' });
    },
  },
  {
    method: 'get',
    path: '/readyz',
    binding: { kind: 'open', reason: 'says only whether requests may be sent here' },
    handle: async (_request, response) => {
      const ready = !parts.isStopping() && (await answers(parts.pingDatabase));
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
    },
  },
  {
    method: 'get',
    path: '/metrics',
    binding: { kind: 'open', reason: 'for this machine, or for whoever bears PARVIS_METRICS_TOKEN' },
    handle: async (request, response) => {
      if (!mayMeasure(request, parts.metricsToken)) {
        response.status(403).type('text/plain').send('PARVIS_METRICS_TOKEN is needed from elsewhere.\n');
        return;
      }
      response.type(parts.metrics.contentType).send(await parts.metrics.metrics());
    },
  },
];

const answers = (ping: () => Promise<void>): Promise<boolean> =>
  ping().then(
    () => true,
    () => false,
  );

/** A proxy on this machine speaks for others: what it forwards is not local. */
const mayMeasure = (request: Request, token: string | undefined): boolean => {
  if (token !== undefined && request.headers.authorization === `Bearer ${token}`) return true;
  const isLocal = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
  return token === undefined && isLocal && request.headers['x-forwarded-for'] === undefined;
};
