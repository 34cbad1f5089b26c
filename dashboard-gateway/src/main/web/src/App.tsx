import { useEffect, useState } from 'react';
import { Problem, send, whenSignedOut } from './api/http';
import type { Me } from './api/types';
import { Home } from './page/Home';
import { SignIn } from './page/SignIn';
import { Toasts } from './parts/toasts';

type Who = { kind: 'asking' } | { kind: 'nobody' } | { kind: 'somebody'; me: Me } | { kind: 'away'; why: string };

/** Whether the gateway is back, while it does not say who is signed in. */
const AGAIN_MILLIS = 2_000;

export function App() {
  const [who, setWho] = useState<Who>({ kind: 'asking' });
  useEffect(() => {
    whenSignedOut(() => setWho({ kind: 'nobody' }));
  }, []);
  useEffect(() => {
    if (who.kind !== 'asking' && who.kind !== 'away') {
      return undefined;
    }
    let stopped = false;
    const ask = async () => {
      try {
        const me = await send<Me>('GET', '/api/session');
        if (!stopped) {
          setWho({ kind: 'somebody', me });
        }
      } catch (e) {
        if (!stopped) {
          setWho(e instanceof Problem && e.status === 401 ? { kind: 'nobody' } : { kind: 'away', why: String(e) });
        }
      }
    };
    const timer = setTimeout(() => void ask(), who.kind === 'away' ? AGAIN_MILLIS : 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [who]);
  return (
    <>
      {who.kind === 'somebody' && <Home key={who.me.agentId} me={who.me} onSignOut={() => setWho({ kind: 'nobody' })} />}
      {who.kind === 'nobody' && <SignIn onSignedIn={(me) => setWho({ kind: 'somebody', me })} />}
      {who.kind === 'away' && (
        <main className="sign-in">
          <p role="alert">Switchlog does not answer. Trying again…</p>
        </main>
      )}
      <Toasts />
    </>
  );
}
