import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  language: 'fr' | 'en';

  @Column({ type: 'text' })
  passwordHash: string;
}
