import { types } from 'pg';

const DATE = types.builtins.DATE;

/** A calendar date stays the text it is: as an instant it would change with the time zone of the machine. */
export const exactTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === DATE ? (text: string) => text : types.getTypeParser(oid, format),
};
