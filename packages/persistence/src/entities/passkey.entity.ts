import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'webauthn_credential' })
export class PasskeyEntity {
  @PrimaryColumn({ type: 'text' })
  credentialId: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  publicKey: string;

  // A bigint reaches us as text.
  @Column({ type: 'bigint' })
  counter: string;

  @Column({ type: 'text', array: true })
  transports: string[];

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;
}
