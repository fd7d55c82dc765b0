/** Facts about the page that the policy depends on. */
export interface PageFacts {
  /** `sha256-…` of each inline script in index.html. */
  scriptHashes: string[];
  /** `sha256-…` of each inline stylesheet there. No other styles exist. */
  styleHashes: string[];
  /** Origin of the backend, if it is not the page's own. */
  backendOrigin: string | undefined;
}

// Turned off for this page and every frame. `clipboard-write` is not listed: its default allows
// only this origin, and people copy their key and backup codes with it.
const featuresOff = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** The security headers of every answer, for the preview server and for static hosts alike. */
export function securityHeaders({ scriptHashes, styleHashes, backendOrigin }: PageFacts) {
  const quoted = (hashes: string[]) => hashes.map((hash) => `'${hash}'`);
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ['script-src', "'self'", ...quoted(scriptHashes)].join(' '),
      ['style-src', ...(styleHashes.length > 0 ? quoted(styleHashes) : ["'none'"])].join(' '),
      ['connect-src', "'self'", ...(backendOrigin ? [backendOrigin] : [])].join(' '),
      "img-src 'self' data:",
      "base-uri 'none'",
      // The app reads forms with script. A form submitted before the script has loaded would put a
      // password in the URL.
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    ...commonHeaders,
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Frame-Options': 'DENY',
  };
}

const commonHeaders = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'publickey-credentials-create=(self)',
    'publickey-credentials-get=(self)',
    ...featuresOff.map((feature) => `${feature}=()`),
  ].join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * The policy for Vite's dev server, which injects inline scripts and styles and uses a web socket.
 * Everything else stays as strict.
 */
export const devHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' ws:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  ...commonHeaders,
};

/** Files with a hash in their names never change; everything else is revalidated. */
export function cacheControl(path: string, base = '/'): string {
  return path.startsWith(`${base}assets/`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
