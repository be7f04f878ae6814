import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'openid_link' })
export class OpenIdLinkEntity {
  @PrimaryColumn({ type: 'text' })
  linkHash: string;

  @Column({ type: 'text' })
  issuer: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
