import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'structure' })
export class StructureEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'text' })
  side: 'supplier' | 'publicEntity';

  @Column({ type: 'text' })
  siret: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'text', nullable: true })
  kind: string | null;

  @Column({ type: 'text', nullable: true })
  town: string | null;

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
}
