import type { Level, Space } from '@parvis/domain/access/actor';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'membership_grant' })
export class MembershipGrantEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'text' })
  space: Space;

  @Column({ type: 'text' })
  level: Level;

  @Column({ type: 'text', array: true, nullable: true })
  services: string[] | null;

  @Column({ type: 'timestamptz', nullable: true })
  until: Date | null;
}
