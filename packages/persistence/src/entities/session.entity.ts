import type { SignInMeans } from '@parvis/application/people/sessions/session';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ type: 'text' })
  tokenHash: string;

  @Column({ type: 'uuid' })
  sessionId: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz' })
  provedAt: Date;

  @Column({ type: 'text' })
  means: SignInMeans;

  @Column({ type: 'text', nullable: true })
  networkAddress: string | null;

  @Column({ type: 'text', nullable: true })
  userAgent: string | null;

  @Column({ type: 'text', nullable: true })
  openidProvider: string | null;

  @Column({ type: 'text', nullable: true })
  openidToken: string | null;
}
