import type { ExchangePage, KeptExchange } from '@parvis/application/accounting/exchange-store';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('KeptExchange', {
  description:
    'One question to an accounting system and what came back, without secrets; kept for 30 days. Long texts are cut.',
})
export class KeptExchangeObject {
  constructor({ at, what, question, answer, failure, milliseconds, key }: KeptExchange) {
    this.at = at;
    this.what = what;
    this.key = key ?? null;
    this.line = question.line;
    this.requestHeaders = headersOf(question.headers);
    this.requestBody = question.body;
    this.status = answer?.status ?? null;
    this.answerHeaders = answer ? headersOf(answer.headers) : null;
    this.answerBody = answer?.body ?? null;
    this.failure = failure ?? null;
    this.milliseconds = milliseconds;
  }

  /** Of the delivery it belongs to. */
  readonly key: string | null;

  @Field(() => DateTimeIso, { description: 'When it was over.' })
  readonly at: Date;

  @Field(() => String, { description: 'What was asked, in our words.' })
  readonly what: string;

  @Field(() => String, { description: '`POST https://…`' })
  readonly line: string;

  @Field(() => String, { description: 'One header a line.' })
  readonly requestHeaders: string;

  @Field(() => String, { description: 'What was sent.' })
  readonly requestBody: string;

  @Field(() => Int, { nullable: true, description: 'The HTTP status; null when nothing came back.' })
  readonly status: number | null;

  @Field(() => String, { nullable: true, description: 'One header a line.' })
  readonly answerHeaders: string | null;

  @Field(() => String, { nullable: true, description: 'What came back.' })
  readonly answerBody: string | null;

  @Field(() => String, { nullable: true, description: 'Why nothing came back: `ECONNREFUSED`, `timeout`…' })
  readonly failure: string | null;

  @Field(() => Int, { description: 'How long it took.' })
  readonly milliseconds: number;
}

const headersOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

@ObjectType('KeptExchangeEdge', { description: 'An exchange in a list.' })
export class KeptExchangeEdgeObject {
  constructor(node: KeptExchangeObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => KeptExchangeObject, { description: 'The exchange.' })
  readonly node: KeptExchangeObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('KeptExchangeConnection', { description: 'One page of exchanges, newest first.' })
export class KeptExchangeConnectionObject {
  constructor({ exchanges, cursors, next }: ExchangePage) {
    this.edges = exchanges.map(
      (exchange, index) => new KeptExchangeEdgeObject(new KeptExchangeObject(exchange), cursors[index] ?? ''),
    );
    this.pageInfo = new PageInfoObject(next);
  }

  @Field(() => [KeptExchangeEdgeObject], { description: 'The exchanges of this page.' })
  readonly edges: KeptExchangeEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
