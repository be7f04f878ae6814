import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'service' })
export class ServiceEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'boolean', nullable: true })
  engagementNumberRequired: boolean | null;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'text', nullable: true })
  street: string | null;

  @Column({ type: 'text', nullable: true })
  postCode: string | null;

  @Column({ type: 'text', nullable: true })
  town: string | null;

  @Column({ type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ type: 'boolean', nullable: true })
  reportsPayment: boolean | null;

  @Column({ type: 'text', nullable: true })
  contactEmail: string | null;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'timestamptz' })
  updatedAt: Date;
}
