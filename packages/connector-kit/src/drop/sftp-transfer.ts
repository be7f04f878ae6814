import type { SFTPWrapper } from 'ssh2';

/** What every server takes in one message. */
const PIECE_BYTES = 32_768;
const PIECES_ON_THE_WAY = 32;

type Piece = (at: number, length: number, done: (error: Error | undefined | null) => void) => void;

export const writePiece =
  (sftp: SFTPWrapper, handle: Buffer, bytes: Buffer): Piece =>
  (at, length, done) =>
    sftp.write(handle, bytes, at, length, at, done);

/** A file that became shorter in the meantime is not the file that was asked for. */
export const readPiece =
  (sftp: SFTPWrapper, handle: Buffer, bytes: Buffer): Piece =>
  (at, length, done) =>
    sftp.read(handle, bytes, at, length, at, (error, count) => {
      if (error) return done(error);
      if (count === 0) return done(Object.assign(new Error('shorter than it was'), { code: 4 }));
      if (count === length) return done(undefined);
      readPiece(sftp, handle, bytes)(at + count, length - count, done);
    });

/** Several pieces are on the way at the same time: a far server would otherwise be waited for at each. */
export const inPieces = (
  length: number,
  piece: Piece,
  done: (error: Error | undefined, nothing: undefined) => void,
): void => {
  let next = 0;
  let left = Math.ceil(length / PIECE_BYTES);
  let over = left === 0;
  const end = (error?: Error) => {
    over = true;
    done(error, undefined);
  };
  const start = (): void => {
    if (over || next >= length) return;
    const at = next;
    next += PIECE_BYTES;
    piece(at, Math.min(PIECE_BYTES, length - at), (error) => {
      if (over) return;
      left -= 1;
      if (error) end(error);
      else if (left === 0) end();
      else start();
    });
  };
  if (over) end();
  for (let count = 0; count < PIECES_ON_THE_WAY; count += 1) start();
};

/** An extension of OpenSSH: servers without it flush when they like. */
export const flush = (sftp: SFTPWrapper, handle: Buffer, done: () => void): void => {
  try {
    sftp.ext_openssh_fsync(handle, () => done());
  } catch {
    done();
  }
};
