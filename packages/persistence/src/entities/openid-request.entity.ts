import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'openid_request' })
export class OpenIdRequestEntity {
  @PrimaryColumn({ type: 'text' })
  stateHash: string;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text' })
  nonce: string;

  @Column({ type: 'text' })
  codeVerifier: string;

  @Column({ type: 'text' })
  returnTo: string;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
