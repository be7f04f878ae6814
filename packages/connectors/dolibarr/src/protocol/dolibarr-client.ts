import type { HttpAnswer, HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { parseJson, understood } from '@parvis/connector-kit/understood';
import { type ZodType, z } from 'zod';
import type { DolibarrAccount } from '../settings.js';
import { failureOf, failureWords, isModuleOff } from './answers.js';

export interface Ask {
  readonly method?: HttpQuestion['method'];
  /** `supplierinvoices/12` */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** A list: which records, in which order, how many. */
export interface List {
  readonly path: string;
  /** Conditions that all hold: `(t.ref_ext:=:'…')`. */
  readonly filters: readonly string[];
  /** `t.rowid` unless said otherwise. */
  readonly order?: string;
  /** Everything unless said otherwise. */
  readonly limit?: number;
  readonly query?: Readonly<Record<string, string>>;
}

/** Every method throws `Refused`, `NotNow` or `NoAnswer`. */
export interface DolibarrClient {
  ask<Answer>(ask: Ask, shape: ZodType<Answer>): Promise<Answer>;
  list<Row>(list: List, shape: ZodType<Row>): Promise<Row[]>;
}

export const makeDolibarrClient = (account: DolibarrAccount, transport: Transport): DolibarrClient => {
  const { url, apiKey, entity } = account;
  const base = `${url.replace(/\/+$/, '')}/api/index.php`;

  const send = ({ method = 'GET', path, query = {}, body }: Ask): Promise<HttpAnswer> => {
    const search = new URLSearchParams(query).toString();
    return transport({
      what: `${method} ${path}`,
      method,
      url: `${base}/${path}${search ? `?${search}` : ''}`,
      headers: {
        accept: 'application/json',
        dolapikey: apiKey,
        ...(entity === undefined ? {} : { dolapientity: String(entity) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };

  const ask: DolibarrClient['ask'] = async (asked, shape) => {
    const http = await send(asked);
    if (http.status !== 200) throw failureOf(http);
    return understood('Dolibarr', asked.path, parseJson(http.body), shape);
  };

  return {
    ask,
    list: async ({ path, filters, order = 't.rowid', limit = 0, query = {} }, shape) => {
      const asked = {
        path,
        query: {
          ...query,
          sortfield: order,
          sortorder: order.replaceAll(/[^,]+/g, 'ASC'),
          limit: String(limit),
          ...(filters.length > 0 ? { sqlfilters: filters.join(' and ') } : {}),
        },
      };
      const http = await send(asked);
      // An empty list is "not found" to it; so is a module that is off, in words of its own.
      if (http.status === 404 && saysEmpty(failureWords(http))) return [];
      if (http.status !== 200) throw failureOf(http);
      return understood('Dolibarr', path, parseJson(http.body), z.array(shape));
    },
  };
};

const saysEmpty = (words: string | undefined): boolean => words !== undefined && !isModuleOff(words);
