import type { AccountLink } from '@parvis/application/people/credential-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'account_link' })
export class AccountLinkEntity {
  @PrimaryColumn({ type: 'text' })
  linkHash: string;

  @Column({ type: 'text' })
  purpose: AccountLink['purpose'];

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
