/** Where an SFTP server is and how we prove to each other who we are. */
export interface SftpServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string | undefined;
  /** OpenSSH or PEM text. */
  readonly privateKey?: string | undefined;
  readonly passphrase?: string | undefined;
  /** `SHA256:` and the hash of the server's public key, as `ssh-keygen -l` writes it. No other server is spoken to. */
  readonly hostKey: string;
  /** The folder in which all of ours lie; where one arrives otherwise. */
  readonly directory?: string | undefined;
}
