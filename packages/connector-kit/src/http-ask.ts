import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import { checkTarget, type EgressPolicy, guardedLookup, refusedTarget } from './egress.js';
import { type HttpAnswer, type HttpQuestion, NoAnswer } from './exchange.js';

/** Longer than any honest answer: attachments travel away from us, never towards us. */
const LONGEST_ANSWER = 64 * 1024 * 1024;
/** Of an address in a sentence. */
const LONGEST_SHOWN = 200;
/** Shorter than what servers keep an idle connection for: a question on one that they just closed would be lost. */
const IDLE_MS = 4_000;

/** Asks over HTTP; redirections are refused, and so are the targets that the policy does not allow. */
export type AskHttp = (question: HttpQuestion, timeoutMs: number) => Promise<HttpAnswer>;

interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** What proves to the server who asks, in PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string | undefined;
  /** Authorities of the server besides the usual ones. */
  readonly ca?: string | undefined;
}

const makeAgents = (policy: EgressPolicy, certificate?: ClientCertificate): Agents => {
  const options = { keepAlive: true, timeout: IDLE_MS, lookup: guardedLookup(policy) };
  return {
    http: new http.Agent(options),
    https: new https.Agent({ ...options, ...tlsOf(certificate), minVersion: 'TLSv1.2' }),
  };
};

/** Authorities given are added to those everyone trusts. */
const tlsOf = (certificate: ClientCertificate | undefined): https.AgentOptions => {
  if (!certificate) return {};
  const { cert, key, passphrase, ca } = certificate;
  return {
    cert,
    key,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
};

/** Connections are kept open by policy: one that was judged by another is never used. */
const shared = {
  public: makeAgents({}),
  private: makeAgents({ privateTargets: true }),
};

const agentsOf = (policy: EgressPolicy, certificate: ClientCertificate | undefined): Agents =>
  policy.resolve || certificate
    ? makeAgents(policy, certificate)
    : policy.privateTargets
      ? shared.private
      : shared.public;

export const askHttp = (policy: EgressPolicy, certificate?: ClientCertificate): AskHttp => {
  const agents = agentsOf(policy, certificate);
  return async (question, timeoutMs) => {
    const target = new URL(question.url);
    checkTarget(target, policy);
    const answer = await send(target, question, agents, AbortSignal.timeout(timeoutMs));
    if (answer.status >= 300 && answer.status < 400 && answer.status !== 304)
      throw refusedTarget('redirect', shownAddress(answer.headers.location, target));
    return answer;
  };
};

/** Where it leads, without what a session may have put into it. */
const shownAddress = (location: string | undefined, from: URL): string => {
  if (location === undefined || !URL.canParse(location, from.href)) return '?';
  const { origin, pathname } = new URL(location, from);
  return (origin + pathname).slice(0, LONGEST_SHOWN);
};

const send = (
  target: URL,
  { method, headers, body, bytes }: HttpQuestion,
  agents: Agents,
  signal: AbortSignal,
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const fail = (failure: unknown): void => reject(signal.aborted ? new NoAnswer('timeout') : failure);
    const { request, agent } =
      target.protocol === 'https:'
        ? { request: https.request, agent: agents.https }
        : { request: http.request, agent: agents.http };
    const asked = request(
      target,
      { method, headers: { accept: '*/*', 'user-agent': 'Parvis', ...headers }, agent, signal },
      (response) => {
        read(response).then(resolve, fail);
      },
    );
    asked.once('error', fail);
    asked.end(bytes ?? body);
  });

const read = async (response: IncomingMessage): Promise<HttpAnswer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new NoAnswer('answer-too-long');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return {
    status: response.statusCode ?? 0,
    headers: plainHeaders(response.headers),
    body: new TextDecoder().decode(bytes),
    bytes,
  };
};

const plainHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
