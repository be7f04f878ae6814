import type { Side } from '@parvis/domain/access/actor';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'structure_identifier_history' })
export class StructureIdentifierHistoryEntity {
  @PrimaryColumn({ type: 'text' })
  side: Side;

  @PrimaryColumn({ type: 'text' })
  identifierType: IdentifierType;

  @PrimaryColumn({ type: 'text' })
  identifier: string;

  @Column({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'date' })
  leftOn: string;

  @Column({ type: 'date' })
  acceptedUntil: string;

  @Column({ type: 'text' })
  changedByUserId: string;

  @Column({ type: 'text' })
  changedByName: string;

  @PrimaryColumn({ type: 'timestamptz' })
  changedAt: Date;
}
