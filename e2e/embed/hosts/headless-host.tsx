import {
  type AccountMethod,
  type Action,
  type Method,
  MfaProvider,
  useAuthenticatorSetUp,
  useMakePrimary,
  useMethods,
  usePasskeySetUp,
  useProve,
  useSession,
  useStepUp,
  useTurnOff,
  useTurnOn,
} from 'mfa-settings/headless';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from './host-session.ts';

/** A page whose screens are all its own. */
function Page() {
  const { state } = useSession();
  const { waiting, decline } = useStepUp();
  if (state === 'reading') return <p>Reading</p>;
  if (state === 'signed-out') return <p>Nobody is signed in.</p>;
  if (state === 'needs-second-step') return <Proof />;
  return (
    <>
      <List />
      {waiting && (
        <section aria-label="Step-up">
          <p>
            To {waiting.action} {waiting.method}, because: {waiting.reason}
          </p>
          <Proof />
          <button type="button" onClick={decline}>
            Decline
          </button>
        </section>
      )}
    </>
  );
}

function List() {
  const { methods, protection, recommendation } = useMethods();
  const [beingSetUp, setBeingSetUp] = useState<Method>();
  if (!methods) return <p>Reading</p>;
  return (
    <>
      <p data-testid="protection">
        <b>{protection?.kind}</b>
        <i>{recommendation && ` ${recommendation.method} ${recommendation.reason}`}</i>
      </p>
      <ul>
        {methods.map((method) => (
          <Row key={method.type} method={method} onSetUp={() => setBeingSetUp(method.type)} />
        ))}
      </ul>
      {beingSetUp === 'GOOGLE_AUTH' && <AppSetUp onDone={() => setBeingSetUp(undefined)} />}
    </>
  );
}

function Row({ method, onSetUp }: { method: AccountMethod; onSetUp: () => void }) {
  const { type, state, isPrimary, actions, ifTurnedOff } = method;
  const changes = {
    'turn-on': useTurnOn(),
    'turn-off': useTurnOff(),
    'make-primary': useMakePrimary(),
  };
  const { create } = usePasskeySetUp();
  const all = [...Object.values(changes), create];
  return (
    <li aria-label={type}>
      <b>{isPrimary ? `${state}, primary` : state}</b>
      <i>{ifTurnedOff.remaining.join(', ')}</i>
      {actions.map((name) => (
        <button
          key={name}
          type="button"
          disabled={all.some(({ isRunning }) => isRunning)}
          onClick={() => {
            if (name === 'set-up' && type === 'PASSKEY') void create.run('here');
            else if (name === 'set-up') onSetUp();
            else if (name in changes) void changes[name as keyof typeof changes].run(type);
          }}
        >
          {name}
        </button>
      ))}
      <Failures of={all} />
    </li>
  );
}

function AppSetUp({ onDone }: { onDone: () => void }) {
  const { key, backupCodes, confirm, error } = useAuthenticatorSetUp();
  if (backupCodes)
    return (
      <>
        <ol>
          {backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <button type="button" onClick={onDone}>
          Saved
        </button>
      </>
    );
  return (
    <>
      {error && <p role="alert">{error.code}</p>}
      {key && <code>{key.secret}</code>}
      {key?.qrCode && <img src={key.qrCode} alt="QR code" />}
      {key && <Field label="Code" action={confirm} />}
    </>
  );
}

function Proof() {
  const { ways = [], byCode, byPasskey, byPassword } = useProve();
  return (
    <>
      {ways.includes('code') && <Field label="Proof" action={byCode} />}
      {ways.includes('password') && <Field label="Password" action={byPassword} />}
      {ways.includes('passkey') && (
        <button type="button" onClick={() => void byPasskey.run()}>
          Use a passkey
        </button>
      )}
    </>
  );
}

function Field<Value>({ label, action }: { label: string; action: Action<string, Value> }) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void action.run(text);
      }}
    >
      <label>
        {label} <input value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button type="submit">Send</button>
      <Failures of={[action]} />
    </form>
  );
}

function Failures({ of }: { of: Pick<Action<never>, 'error'>[] }) {
  const [error] = of.flatMap((action) => action.error ?? []);
  return error && <b role="alert">{`${error.code} ${error.attemptsLeft ?? ''}`}</b>;
}

const root = document.getElementById('root');
if (!root) throw new Error('There is no element #root.');
createRoot(root).render(
  <StrictMode>
    <MfaProvider session={session} issuer="The host">
      <Page />
    </MfaProvider>
  </StrictMode>,
);
