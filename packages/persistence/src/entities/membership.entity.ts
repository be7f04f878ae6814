import type { Role } from '@parvis/domain/access/actor';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'timestamptz', nullable: true })
  until: Date | null;

  @Column({ type: 'integer' })
  position: number;
}
