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

  @Column({ type: 'integer' })
  position: number;
}
