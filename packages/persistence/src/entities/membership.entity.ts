import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'text' })
  role: string;

  @Column({ type: 'integer' })
  position: number;
}
