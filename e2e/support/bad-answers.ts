/** A server's own error message, which no page may show. */
export const secret = 'stack trace at 10.0.0.7';
export const refusal = { success: false, error: `<b>${secret}</b>` };

/** Answers that are not a success, whatever the request was. */
export const badAnswers = {
  'a failure': { status: 500, body: refusal },
  "a proxy's page": { status: 502, body: `<h1>Bad gateway</h1><pre>${secret}</pre>` },
  'a 200 that says no': { status: 200, body: refusal },
  'an empty body': { status: 200, body: '' },
  'JSON of another kind': { status: 200, body: [secret] },
};
