import type { ChallengePurpose } from '@parvis/application/people/factors/challenge-store';
import type { SignInMeans } from '@parvis/application/people/sessions/session';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'sign_in_challenge' })
export class SignInChallengeEntity {
  @PrimaryColumn({ type: 'text' })
  challengeHash: string;

  @Column({ type: 'text' })
  purpose: ChallengePurpose;

  @Column({ type: 'uuid', nullable: true })
  userId: string | null;

  @Column({ type: 'text', nullable: true })
  webauthnChallenge: string | null;

  @Column({ type: 'text', nullable: true })
  means: SignInMeans | null;

  @Column({ type: 'text', nullable: true })
  openidProvider: string | null;

  @Column({ type: 'text', nullable: true })
  openidToken: string | null;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
