import { seeing, sightOf } from '@parvis/application/access/sight';
import type { Express, Request, Response } from 'express';
import type { Binding } from '../access/binding.js';
import { permit } from '../access/permit.js';
import type { Caller, Identify } from './identify.js';
import { foreignOrigin } from './origin-check.js';
import { sendRefusal } from './problem.js';

/** An HTTP address of ours. There is no way to mount one without saying who may use it. */
export interface Route {
  readonly method: 'get' | 'post';
  /** In Express' notation. */
  readonly path: string;
  readonly binding: Binding;
  /** `caller` is a stranger on open routes: nobody is looked up for them. */
  readonly handle: (request: Request, response: Response, caller: Caller) => Promise<void> | void;
}

interface MountParts {
  readonly identify: Identify;
  readonly publicUrl: string;
}

/** Mounts routes behind their bindings; whatever a handler throws goes to the error handler. */
export const mountRoutes = (app: Express, routes: readonly Route[], parts: MountParts): void => {
  mounted.set(app, routes);
  for (const route of routes) {
    app[route.method](route.path, async (request, response) => {
      if (route.binding.kind === 'open')
        return seeing(sightOf(undefined), () => route.handle(request, response, stranger));
      const caller = await parts.identify(request);
      const origin = foreignOrigin(request.headers, parts.publicUrl);
      if (route.method !== 'get' && caller.via !== 'bearer' && origin !== undefined) {
        return sendRefusal(response, { code: 'origin-refused', origin }, caller.language);
      }
      const permission = permit(route.binding, caller.principal, caller.refused);
      if (!permission.permitted) return sendRefusal(response, permission.refusal, caller.language);
      return seeing(sightOf(caller.principal), () => route.handle(request, response, caller));
    });
  }
};

const mounted = new WeakMap<Express, readonly Route[]>();

/** The routes of an app, with their bindings. */
export const mountedRoutes = (app: Express): readonly Route[] => mounted.get(app) ?? [];

const stranger: Caller = { principal: undefined, token: undefined, via: 'nothing', language: 'fr' };
