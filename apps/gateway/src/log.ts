import { hidePersonal } from '@parvis/application/ports/hide-personal';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/** Logs as JSON lines; what could open a session or a connection, or names a person, never appears in them. */
export const makeLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: { app: 'gateway' },
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        // The page one comes from may bear a secret in its address.
        'req.headers.referer',
        'res.headers["set-cookie"]',
        '*.password',
        '*.token',
        '*.secret',
        '*.secretKey',
      ],
      censor: '[hidden]',
    },
    serializers: { err: withoutValues },
    hooks: { streamWrite: hidePersonal },
  };
  return destination ? pino(options, destination) : pino(options);
};

/** The database's errors carry the values of the row that failed: hashes, addresses, amounts. */
const withoutValues = (error: Error): object => {
  const {
    parameters: _values,
    driverError: _again,
    ...shown
  } = stdSerializers.err(error) as object as Record<string, unknown>;
  return shown;
};
