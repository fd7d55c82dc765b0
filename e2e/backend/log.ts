/** A failure without its message; see `logFailure`. */
export interface Failure {
  what: string;
  /** Of the request that failed, as its answer has it in `X-Request-Id`. */
  requestId: string | undefined;
  /** Names and codes of the error and what caused it. */
  causes: string[];
  /** Lines of the stack. */
  places: string[];
}

let write = ({ what, requestId, causes, places }: Failure): void => {
  const text = [requestId === undefined ? what : `${requestId} ${what}`, ...causes, ...places];
  console.error(escapeControls(`[backend] ${text.join(' | ')}`));
};

/** Sends the failures of this process to a log other than the console. */
export function writeFailuresWith(writer: (failure: Failure) => void): void {
  write = writer;
}

/**
 * Logs a failure without its message: the message of a database error contains the query's
 * parameters, and that of a WebAuthn error contains what the client sent. Only names, codes and
 * places are logged.
 */
export function logFailure(what: string, error: unknown, requestId?: string): void {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    const code = 'code' in cause ? ` ${String(cause.code)}` : '';
    causes.push(`${cause.name}${code}`);
  }
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '';
  const places = (stack.match(/^ {4}at .+$/gm) ?? []).slice(0, 5).map((place) => place.trim());
  write({ what, requestId, causes, places });
}

/** Escapes characters with which a request could end a line of the log and forge another. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
