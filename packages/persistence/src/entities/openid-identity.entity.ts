import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'openid_identity' })
export class OpenIdIdentityEntity {
  @PrimaryColumn({ type: 'text' })
  issuer: string;

  @PrimaryColumn({ type: 'text' })
  subject: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'timestamptz' })
  linkedAt: Date;
}
