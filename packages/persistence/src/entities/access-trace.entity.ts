import type { TraceDetails } from '@parvis/application/access/access-trace';
import type { Act } from '@parvis/domain/access/acts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'access_trace' })
export class AccessTraceEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'uuid', name: 'trace_id' })
  id: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  byUserId: string | null;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'text' })
  act: Act;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'jsonb' })
  details: TraceDetails;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
