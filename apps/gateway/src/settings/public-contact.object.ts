import type { PublicContact } from '@parvis/domain/directory/structure-facts';
import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType('SettingsContact', { description: 'Whom suppliers may ask; shown to everyone.' })
export class SettingsContactObject {
  constructor(private readonly contact: PublicContact) {}

  @Field(() => String, { nullable: true, description: 'A person or a desk.' })
  get name(): string | undefined {
    return this.contact.name;
  }

  @Field(() => String, { nullable: true, description: 'An address, best a shared one.' })
  get email(): string | undefined {
    return this.contact.email;
  }

  @Field(() => String, { nullable: true, description: 'A telephone number.' })
  get phone(): string | undefined {
    return this.contact.phone;
  }

  @Field(() => String, { nullable: true, description: 'When and how to reach them.' })
  get note(): string | undefined {
    return this.contact.note;
  }
}

@InputType('SettingsContactInput', { description: 'Whom suppliers may ask.' })
export class SettingsContactInput {
  @Field(() => String, { nullable: true, description: 'A person or a desk; 100 characters at most.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'An address, best a shared one.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'When and how to reach them; 500 characters at most.' })
  note?: string | null;
}
