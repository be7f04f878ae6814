import type { MandateGrant, MandateKind, MandateState } from '@parvis/application/mandates/mandate-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mandate' })
export class MandateEntity {
  @PrimaryColumn({ type: 'uuid', name: 'mandate_id' })
  id: string;

  @Column({ type: 'uuid' })
  clientId: string;

  @Column({ type: 'uuid' })
  holderId: string;

  @Column({ type: 'text' })
  kind: MandateKind;

  @Column({ type: 'jsonb' })
  grants: MandateGrant[];

  @Column({ type: 'text' })
  state: MandateState;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  startsAt: Date;

  @Column({ type: 'timestamptz' })
  endsAt: Date;

  @Column({ type: 'timestamptz' })
  givenAt: Date;

  @Column({ type: 'text' })
  givenByName: string;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  decidedByName: string | null;

  @Column({ type: 'text', nullable: true })
  endedReason: string | null;
}
