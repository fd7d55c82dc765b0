import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Paths of PEM files. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Creates a self-signed certificate for localhost, valid for a day. */
export function makeCertificate(folder: string): Certificate {
  const certificate = path.join(folder, 'certificate.pem');
  const key = path.join(folder, 'key.pem');
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost';
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate];
  execFileSync('openssl', [...request.split(' '), ...names], { stdio: 'pipe' });
  return { certificate, key };
}
