/* What the types of the hooks allow and refuse. Nothing runs this. */
import {
  type Action,
  type AccountMethod,
  type Method,
  type MfaError,
  MfaProvider,
  type Prove,
  useMethods,
  useProve,
  useTurnOn,
} from 'mfa-settings/headless';
import { session } from './host-session.ts';

export const page = (
  <MfaProvider session={session} backendUrl="https://api.example" methods={['PASSKEY']}>
    <p>Any screen</p>
  </MfaProvider>
);

// @ts-expect-error -- A session cannot be left out.
export const none = <MfaProvider />;

// @ts-expect-error -- What is about screens has no place here.
export const themed = <MfaProvider session={session} theme="dark" />;

export function useTypes() {
  const { methods, recommendation } = useMethods();
  const turnOn: Action<Method> = useTurnOn();
  // A method of the list fits the actions as it is.
  void methods?.map(({ type }: AccountMethod) => turnOn.run(type));
  if (recommendation) void turnOn.run(recommendation.method);
  // @ts-expect-error -- No such method.
  void turnOn.run('SMS');
  // @ts-expect-error -- They may not have been read yet.
  void methods.length;

  const prove: Prove = useProve();
  void prove.byPasskey.run();
  // @ts-expect-error -- A code cannot be left out.
  void prove.byCode.run();
  void prove.byCode.run('123456').then((outcome) => {
    // @ts-expect-error -- Only what failed has an error.
    void outcome.error;
    return outcome.isDone ? outcome.value : sentenceOf(outcome.error);
  });
}

function sentenceOf({ code, retryAt, attemptsLeft }: MfaError): string {
  switch (code) {
    case 'wrong-code':
      return `That isn't right. ${attemptsLeft?.toFixed() ?? 'Some'} tries are left.`;
    case 'too-many-attempts':
      return retryAt === undefined ? 'Wait a while.' : new Date(retryAt).toLocaleTimeString();
    // @ts-expect-error -- No such code.
    case 'wrong-cod':
      return '';
    default:
      return code satisfies string;
  }
}
