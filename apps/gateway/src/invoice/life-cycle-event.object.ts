import type { InvoiceDocument } from '@parvis/application/documents/document-store';
import type { Language } from '@parvis/domain/display/language';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EventActor, LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { canonicalEvent } from '@parvis/domain/life-cycle/history';
import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import { reasonOf } from '@parvis/domain/life-cycle/reasons';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { Field, Int, ObjectType } from 'type-graphql';
import { ActorKindEnum, InvoiceStatusEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { InvoiceDocumentObject } from './invoice-document.object.js';

@ObjectType('LifeCycleEvent', { description: 'One entry of the history of an invoice; never altered.' })
export class LifeCycleEventObject {
  constructor(
    private readonly ref: InvoiceRef,
    private readonly event: LifeCycleEvent,
    private readonly allDocuments: readonly InvoiceDocument[],
  ) {}

  @Field(() => Int, { description: 'Position in the history, from 1.' })
  get sequence(): number {
    return this.event.sequence;
  }

  @Field(() => String, { description: 'The act, as the life cycle names it.' })
  get action(): string {
    return this.event.action;
  }

  @Field(() => InvoiceStatusEnum, { nullable: true, description: 'Status before; null for the first.' })
  get from(): Status | null {
    return this.event.from;
  }

  @Field(() => InvoiceStatusEnum, { description: 'Status the act leads to.' })
  get to(): Status {
    return this.event.to;
  }

  @Field(() => Boolean, { description: 'False for an act that came late: kept, and the invoice stays.' })
  get moves(): boolean {
    return this.event.moves;
  }

  @Field(() => String, { description: "Chorus Pro's own word for the status." })
  get officialStatus(): string {
    return officialStatuses[this.event.to].code;
  }

  @Field(() => ActorKindEnum, { description: 'Who acted: which side, or the platform.' })
  get actorKind(): EventActor['kind'] {
    return this.event.actor.kind;
  }

  @Field(() => String, { description: 'Who acted, as both sides see them.' })
  get actorName(): string {
    return this.event.actor.name;
  }

  @Field(() => DateTimeIso, { description: 'When it happened.' })
  get occurredAt(): Date {
    return this.event.occurredAt;
  }

  @Field(() => DateTimeIso, { description: 'When the platform came to know.' })
  get recordedAt(): Date {
    return this.event.recordedAt;
  }

  @Field(() => String, { nullable: true, description: 'Code of the reason given.' })
  get reasonCode(): string | undefined {
    return this.event.reason?.code;
  }

  @Field(() => String, { nullable: true, description: 'The reason given, in words.' })
  reasonLabel(@LanguageArg() language: Language | null): string | undefined {
    const { reason } = this.event;
    return reason && (reasonOf(reason.code)?.label[language ?? 'fr'] ?? reason.text ?? reason.code);
  }

  @Field(() => String, { nullable: true, description: 'What the actor wrote.' })
  get comment(): string | undefined {
    return this.event.comment;
  }

  @Field(() => [InvoiceDocumentObject], { description: 'Files added by the act.' })
  get documents(): InvoiceDocumentObject[] {
    return this.allDocuments
      .filter(({ id }) => this.event.documentIds.includes(id))
      .map((document) => new InvoiceDocumentObject(this.ref, document));
  }

  @Field(() => String, { nullable: true, description: 'The accounting system that told us.' })
  get sourceSystem(): string | undefined {
    return this.event.source?.system;
  }

  @Field(() => String, { nullable: true, description: 'Its own word, as received.' })
  get sourceCode(): string | undefined {
    return this.event.source?.code;
  }

  @Field(() => String, { nullable: true, description: 'Its own number for the bill.' })
  get sourceReference(): string | undefined {
    return this.event.source?.reference;
  }

  @Field(() => String, {
    description:
      'Covers this entry and the hash of the one before: the SHA-256, in hexadecimal, of `previousHash`, a line feed and `hashedText`, in UTF-8.',
  })
  get hash(): string {
    return this.event.hash;
  }

  @Field(() => String, {
    description:
      'The `hash` of the entry before; for the first, the SHA-256 of `parvis history `, a space included, and the `id` of the invoice.',
  })
  get previousHash(): string {
    return this.event.previousHash;
  }

  @Field(() => String, {
    description: 'This entry as the hash covers it: a JSON list of all it says, in a fixed order.',
  })
  get hashedText(): string {
    return canonicalEvent(this.event);
  }
}
