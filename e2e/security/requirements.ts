/** The security requirements in short. The tests with a requirement's id in brackets prove it. */
export interface Requirement {
  id: string;
  name: string;
  /** Titles, word for word, of further tests that prove it and carry no id. */
  titles?: readonly string[];
  /** The id of the requirement whose tests prove it. */
  sameAs?: string;
  /** Why no test can prove all of it; the tests prove the rest. */
  untestable?: string;
}

export const requirements: readonly Requirement[] = [
  {
    id: 'A1',
    name: 'An emailed link is posted exactly once',
    titles: [
      'shows the same outcome after a reload and after Back, and sends nothing',
      'A link opened in another browser waits for one click, as mail scanners open links too',
    ],
  },
  {
    id: 'A2',
    name: 'The token leaves the address bar, the history and every Referer, and is not stored',
    titles: [
      'leaves the address bar, the history and every referrer before anything is sent',
      'works with the token after a # too',
    ],
  },
  {
    id: 'A3',
    name: 'Strict headers from one source, and no violation of the policy',
    titles: [
      'allows nothing that it does not name',
      'Only passkeys are allowed by the permissions policy',
      'Static hosts send what the preview server sends',
      'breaks the content security policy',
    ],
  },
  {
    id: 'A4',
    name: 'What the server says is text; a hostile QR code gives way to the key',
    titles: [
      'Unreadable members are left out, and the page says so; names are never markup',
      'lists a method that this version does not know, read-only and as text',
      'A person sees the readable part of an answer, and a note about the rest',
      'assigns a string as markup',
    ],
  },
  {
    id: 'A5',
    name: 'Tokens: where they are kept, one refresh at a time, one replay',
    titles: ['carries no token, and is neither renewed nor replayed'],
  },
  {
    id: 'A6',
    name: 'Signing out and expiry clear everything in every tab',
    titles: ['Signing out works offline'],
  },
  { id: 'A7', name: 'The key and the backup codes are nowhere after the dialog closes' },
  {
    id: 'A8',
    name: 'Changes are never retried by themselves nor queued',
    titles: [
      'sees every unsuccessful answer explained, waits as asked, and sends one request in the end',
    ],
  },
  { id: 'A9', name: 'returnTo stays on this origin' },
  {
    id: 'A10',
    name: 'The code field: pasting with spaces, one-time-code, one input',
    titles: ['A code pasted with spaces arrives without them'],
  },
  {
    id: 'A11',
    name: 'WebAuthn only from a gesture; aborted on leaving; errors told apart',
    titles: ['A person signs in with their passkey, after a gesture'],
  },
  {
    id: 'A12',
    name: 'Turning off, reset and the last method are confirmed',
    titles: ['says which methods remain, which one becomes primary, and that passkeys are kept'],
  },
  {
    id: 'A13',
    name: 'No third-party origin; framing shows nothing',
    titles: ['asks another origin'],
  },
  { id: 'B1', name: 'A TOTP step is good once; one step either side' },
  { id: 'B2', name: 'Five wrong codes, counted per account and at once; 100 in a row for ever' },
  { id: 'B3', name: 'Link tokens: bound, short-lived, good once, hashed, host from configuration' },
  { id: 'B4', name: 'JWTs: one algorithm; exp, aud and purpose checked' },
  { id: 'B5', name: 'A set-up that is not proven touches nothing' },
  {
    id: 'B6',
    name: 'Every new or changed way in needs a proof from the last ten minutes, carried by the token',
  },
  { id: 'B7', name: 'Only those in charge of the same organization reset a member' },
  {
    id: 'B8',
    name: 'Refresh rotates, reuse revokes, changes end the other sessions and what those had asked for',
  },
  {
    id: 'B9',
    name: 'WebAuthn: stored challenge, origin, relying party, user verification, counter',
  },
  { id: 'B10', name: 'Backup codes hashed and good once; seeds encrypted; passwords argon2id' },
  {
    id: 'B11',
    name: 'Known and unknown people look alike, in words and in time',
    untestable:
      'Equal times are shown within a tolerance; that no smaller difference leaks is not.',
  },
  {
    id: 'B12',
    name: 'A mail for every change; no-store; 413; nothing internal in errors or logs',
    untestable: 'Logs are tested where they are written; what a host adds to them is not ours.',
  },
  { id: 'B13', name: 'All of it on a clock that tests move' },
  { id: 'B14', name: 'What a change needs is read again inside its transaction' },
  {
    id: 'B15',
    name: 'Nobody locks somebody else out; a hundred failures in a row are the end; sign-ins starve nobody',
  },
  {
    id: 'B16',
    name: 'WebAuthn Level 3: no cross-origin answer, short ids, no attestation, keys that fit',
  },
  { id: 'B17', name: 'Demo accounts only on loopback; no secret key that can be guessed' },
  { id: 'B18', name: 'The development server serves nothing of e2e/.data' },
  { id: 'CVE-2026-28787', name: "A client's own challenge is not trusted" },
  { id: 'CVE-2026-104106', name: 'No enrolment without a proof' },
  { id: 'CVE-2026-123530', name: 'No method active before it is verified' },
  { id: 'CVE-2026-123521', name: 'Guesses at a re-authentication are throttled' },
  { id: 'CVE-2026-103977', name: 'The count of guesses is not per session' },
  { id: 'CVE-2026-78655', name: 'A new session keeps the count' },
  { id: 'CVE-2023-47111', name: 'Parallel tries do not beat the lock' },
  { id: 'CVE-2024-4629', name: 'Nor do they beat brute-force protection' },
  { id: 'CVE-2026-82470', name: 'A code is not good again within the drift window' },
  { id: 'CVE-2021-43177', name: 'Nor is one from a step before' },
  { id: 'CVE-2026-31875', name: 'A recovery code is used up' },
  { id: 'CVE-2026-73431', name: 'A link is used up' },
  { id: 'CVE-2026-62376', name: 'No token in the clear at rest' },
  { id: 'CVE-2025-64103', name: 'A method that is on is asked for, required or not' },
  { id: 'GHSA-4qvm-r4pr-v3wg', name: 'No full token before the second step' },
  { id: 'CVE-2025-64101', name: "A link's host comes from no header" },
  { id: 'CVE-2026-62232', name: 'A limited session does not touch a pending set-up' },
  { id: 'GHSA-9695-w6h2-jpv9', name: "Another's methods are not removed by id" },
  { id: 'CVE-2023-31140', name: 'Sessions from before a change end' },
  { id: 'GitLab 585333', name: "A credential's id is its rawId" },
  { id: 'GHSA-rmmc-8cqj-hfp3', name: 'Only six digits are a code' },
  { id: 'authkestra#382', name: 'Enrolling is no weaker than removing' },
  { id: 'CUDly#1915', name: 'Nor is turning on by a link' },
  { id: 'CVE-2026-9162', name: 'An ended session does not go on through an open request' },
  { id: 'CVE-2023-6484', name: 'No line of the log is forged' },
  { id: 'CVE-2026-45364', name: 'A forged X-Forwarded-For does not get around a limit' },
  { id: 'CVE-2026-9798', name: 'A lock holds on every way that takes a code' },
  { id: 'CVE-2026-42849', name: 'Nothing hostile becomes markup', sameAs: 'A4' },
  { id: 'lbuchs/WebAuthn#124', name: 'A passkey used in a frame of another site is refused' },
  { id: 'GO-2026-4818', name: 'Nor does it elsewhere on the page', sameAs: 'A4' },
];
