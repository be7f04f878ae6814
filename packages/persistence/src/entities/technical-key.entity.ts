import type { Grant } from '@parvis/domain/access/actor';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'technical_key' })
export class TechnicalKeyEntity {
  @PrimaryColumn({ type: 'uuid' })
  keyId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  publicPart: string;

  @Column({ type: 'text' })
  keyHash: string;

  @Column({ type: 'jsonb' })
  scope: readonly Grant[];

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'text' })
  createdByName: string;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  replacedByKeyId: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;
}
