import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly measure: RequestHandler;
}

/** Measures of this process: its own, and how long each kind of address takes to answer. */
export const makeMetrics = (feed: { readonly size: number }): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'parvis_http_request_seconds',
    help: 'Time to answer, by method, kind of address and status',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'parvis_change_readers',
    help: 'Subscriptions that follow changes of invoices now',
    registers: [registry],
    collect() {
      this.set(feed.size);
    },
  });
  return {
    registry,
    measure: (request, response, next) => {
      const stop = durations.startTimer({ method: request.method, area: areaOf(request.path) });
      response.once('finish', () => stop({ status: String(response.statusCode) }));
      next();
    },
  };
};

const areas = ['graphql', 'documents', 'fournisseur', 'administration', 'healthz', 'readyz', 'metrics'];

/** Never the whole address: it holds identifiers. */
const areaOf = (path: string): string => {
  const first = path.split('/')[1] ?? '';
  return areas.includes(first) ? first : 'other';
};
