import type { LegalKind, WorksAuthority } from '@parvis/domain/directory/structure-facts';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'structure' })
export class StructureEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'text' })
  side: 'supplier' | 'publicEntity';

  @Column({ type: 'text' })
  identifierType: IdentifierType;

  @Column({ type: 'text' })
  identifier: string;

  /** The identifier again, where it is a SIRET. */
  @Column({ type: 'text', nullable: true })
  siret: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'text' })
  kind: LegalKind;

  @Column({ type: 'text', nullable: true })
  street: string | null;

  @Column({ type: 'text', nullable: true })
  postCode: string | null;

  @Column({ type: 'text', nullable: true })
  town: string | null;

  @Column({ type: 'text' })
  country: string;

  @Column({ type: 'text', nullable: true })
  department: string | null;

  @Column({ type: 'text', nullable: true })
  vatIdentifier: string | null;

  @Column({ type: 'text', nullable: true })
  contactName: string | null;

  @Column({ type: 'text', nullable: true })
  contactEmail: string | null;

  @Column({ type: 'text', nullable: true })
  contactPhone: string | null;

  @Column({ type: 'text', nullable: true })
  contactNote: string | null;

  @Column({ type: 'text' })
  worksAuthority: WorksAuthority;

  @Column({ type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ type: 'boolean' })
  requiresServiceCode: boolean;

  @Column({ type: 'boolean' })
  requiresEngagementNumber: boolean;

  @Column({ type: 'boolean' })
  requiresEither: boolean;

  @Column({ type: 'boolean' })
  reportsPayment: boolean;

  @Column({ type: 'text' })
  plainName: string;

  @Column({ type: 'text' })
  plainTown: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  updatedAt: Date;
}
