import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'upload' })
export class UploadEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  uploadId: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  mediaType: string;

  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'timestamptz' })
  uploadedAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
