import type { SignUpTarget } from '@parvis/application/people/sign-up/sign-up-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'pending_sign_up' })
export class PendingSignUpEntity {
  @PrimaryColumn({ type: 'text' })
  signUpHash: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  language: 'fr' | 'en';

  @Column({ type: 'text' })
  passwordHash: string;

  @Column({ type: 'jsonb' })
  target: SignUpTarget;

  @Column({ type: 'text' })
  codeHash: string;

  @Column({ type: 'timestamptz' })
  codeExpiresAt: Date;

  @Column({ type: 'integer' })
  codeTries: number;

  @Column({ type: 'text' })
  linkHash: string;

  @Column({ type: 'integer' })
  sendings: number;

  @Column({ type: 'timestamptz' })
  lastSentAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
