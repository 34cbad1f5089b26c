import { useEffect, useRef } from 'react';
import { send } from '../api/http';
import type { Me } from '../api/types';
import { ringFor } from '../board/ringing';
import { start } from '../board/store';
import { Announcer } from '../parts/Announcer';
import { Shortcuts } from '../parts/Shortcuts';
import { unlockSound } from '../parts/sound';
import { follow, useRoute } from '../route';
import { startPhone } from '../softphone/phone';
import { BoardPage, OnTheSide } from './BoardPage';
import { CallsPage } from './CallsPage';
import { Connection } from './Connection';
import { MyAvailability } from './MyAvailability';
import { Brand } from './SignIn';
import { VoicemailsPage } from './VoicemailsPage';

/** Everything for somebody who is signed in. */
export function Home({ me, onSignOut }: { me: Me; onSignOut: () => void }) {
  const route = useRoute();
  const sheet = useRef<HTMLDialogElement>(null);
  const takesCalls = me.role !== 'operator';
  useEffect(() => start(), []);
  useEffect(() => {
    if (!takesCalls) {
      return undefined;
    }
    const stopPhone = startPhone(me);
    const stopRinging = ringFor(me.agentId);
    const stopUnlocking = unlockSound();
    return () => {
      stopUnlocking();
      stopRinging();
      stopPhone();
    };
  }, [me, takesCalls]);
  const signOut = async () => {
    await send('DELETE', '/api/session').catch(() => undefined);
    onSignOut();
  };
  const tab = (path: string, page: typeof route.page, name: string, key: string) => (
    <a href={path} onClick={follow} aria-current={route.page === page ? 'page' : undefined} aria-keyshortcuts={key}>
      {name}
    </a>
  );
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="bar">
        <Brand />
        <nav aria-label="Pages">
          {tab('/', 'board', 'Board', '1')}
          {tab('/calls', 'calls', 'Calls', '2')}
          {tab('/voicemails', 'voicemails', 'Voicemail', '3')}
        </nav>
        <span className="grow" />
        <Connection takesCalls={takesCalls} />
        {takesCalls && <MyAvailability me={me} />}
        <span className="who">
          {me.name}
          <button type="button" className="quiet" onClick={() => void signOut()}>
            Sign out
          </button>
        </span>
        <button type="button" className="round" aria-label="Keyboard shortcuts" aria-keyshortcuts="?" onClick={() => sheet.current?.showModal()}>
          ?
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        {route.page === 'board' && <BoardPage me={me} />}
        {route.page !== 'board' && takesCalls && <OnTheSide me={me} />}
        {route.page === 'calls' && <CallsPage callSid={route.callSid} />}
        {route.page === 'voicemails' && <VoicemailsPage />}
      </main>
      <Announcer me={me} />
      <Shortcuts me={me} sheet={sheet} />
    </>
  );
}
