import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** An authority, a server on this machine and a client it vouches for, made by OpenSSL for an hour of tests. */
export const makeCertificates = (): {
  readonly authority: string;
  readonly server: Certified;
  readonly client: Certified;
  /** Of an authority that the server does not know. */
  readonly stranger: Certified;
} => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-certificates-'));
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const selfSigned = (name: string): Certified => {
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  const signed = (name: string): Certified => {
    writeFileSync(path.join(folder, `${name}.ext`), 'subjectAltName=IP:127.0.0.1\n');
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'authority.pem',
      '-CAkey',
      'authority.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  try {
    const authority = selfSigned('authority').cert;
    return {
      authority,
      server: signed('server'),
      client: signed('client'),
      stranger: selfSigned('stranger'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
