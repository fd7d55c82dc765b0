import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Paths of PEM files. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Creates a self-signed certificate, valid for a day. */
export function makeCertificate(folder: string, host = 'localhost'): Certificate {
  const certificate = path.join(folder, 'certificate.pem');
  const key = path.join(folder, 'key.pem');
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 1';
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', [...request.split(' '), ...names, ...files], { stdio: 'pipe' });
  return { certificate, key };
}
