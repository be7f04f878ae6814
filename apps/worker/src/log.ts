import { hidePersonal } from '@parvis/application/ports/hide-personal';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/** Logs as JSON lines; what names a person or an account never appears in them. */
export const makeLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: { app: 'worker' },
    serializers: { err: withoutValues },
    hooks: { streamWrite: hidePersonal },
  };
  return destination ? pino(options, destination) : pino(options);
};

/** The database's errors carry the values of the row that failed. */
const withoutValues = (error: Error): object => {
  const {
    parameters: _values,
    driverError: _again,
    ...shown
  } = stdSerializers.err(error) as object as Record<string, unknown>;
  return shown;
};
