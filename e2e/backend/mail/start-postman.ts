import { logFailure } from '../http/log.ts';
import type { Services } from '../services.ts';
import { emptyOutbox } from './outbox.ts';

/** Sends what is in the outbox: at the start, when woken, and every minute. */
export interface Postman {
  /** To be called once a change stands. Its answer does not wait for the mail server. */
  wake(): void;
  /** Resolves when no mail is on its way. */
  rested(): Promise<void>;
  stop(): Promise<void>;
}

export function startPostman(carrier: Pick<Services, 'database' | 'mailer' | 'now'>): Postman {
  let round: Promise<void> | undefined;
  let isAskedAgain = false;
  const goRound = async () => {
    do {
      isAskedAgain = false;
      await emptyOutbox(carrier).catch((error: unknown) => {
        logFailure('The outbox could not be read', error);
      });
    } while (isAskedAgain);
    round = undefined;
  };
  const wake = () => {
    isAskedAgain = true;
    round ??= goRound();
  };
  const rounds = setInterval(wake, 60_000).unref();
  wake();
  return {
    wake,
    rested: async () => round,
    stop: async () => {
      clearInterval(rounds);
      await round;
    },
  };
}
