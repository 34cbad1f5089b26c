import { useEffect, useState } from 'react';
import { click, Problem } from '../api/http';
import type { Message, MessagesPage } from '../api/types';
import { nameOf } from '../board/fold';
import { onEvent, useView } from '../board/store';
import { callerOf, lengthOf, momentOf, numberOf } from '../parts/format';
import { toast } from '../parts/toasts';
import { follow } from '../route';
import { usePages } from './usePages';

/** History is some moments behind the stream. */
const BEHIND_MILLIS = 700;

/** Messages that callers left: the ones to be dealt with first. */
export function VoicemailsPage() {
  const [done, setDone] = useState(false);
  const messages = usePages<Message, MessagesPage>(`/api/voicemails?done=${done}`, (page) => page.voicemails);
  const { reload } = messages;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onEvent((event) => {
      if (event.type.startsWith('Voicemail')) {
        clearTimeout(timer);
        timer = setTimeout(reload, BEHIND_MILLIS);
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [reload]);
  return (
    <section className="voicemails" aria-labelledby="voicemails-title">
      <header>
        <h1 id="voicemails-title">Voicemail</h1>
        <div className="segmented" role="group" aria-label="Which messages">
          <button type="button" aria-pressed={!done} onClick={() => setDone(false)}>
            To do
          </button>
          <button type="button" aria-pressed={done} onClick={() => setDone(true)}>
            Done
          </button>
        </div>
      </header>
      {messages.trouble !== null && (
        <p className="banner bad" role="alert">
          {messages.trouble}
        </p>
      )}
      {!messages.loading && messages.items.length === 0 && messages.trouble === null && (
        <p className="idle">{done ? 'Nothing is done yet.' : 'Nobody waits for a call back.'}</p>
      )}
      <ul>
        {messages.items.map((message) => (
          <Shown key={message.recordingSid} message={message} />
        ))}
      </ul>
      {messages.next !== null && (
        <p className="more">
          <button type="button" onClick={messages.more} disabled={messages.loading}>
            Earlier messages
          </button>
        </p>
      )}
    </section>
  );
}

function Shown({ message }: { message: Message }) {
  const [busy, setBusy] = useState(false);
  const [dealtWith, setDealtWith] = useState(false);
  const completedBy = useView((view) =>
    message.completedBy === null ? null : nameOf(view.board.agents, message.completedBy),
  );
  const complete = async () => {
    setBusy(true);
    try {
      await click(`/api/voicemails/${encodeURIComponent(message.recordingSid)}/done`);
      setDealtWith(true);
    } catch (e) {
      toast(e instanceof Problem ? e.message : String(e), 'trouble');
    } finally {
      setBusy(false);
    }
  };
  if (dealtWith && !message.done) {
    return null;
  }
  return (
    <li className="panel message" data-recording={message.recordingSid}>
      <header>
        <strong>{callerOf(message)}</strong>
        {message.fromName !== null && <span className="number">{numberOf(message.from)}</span>}
        <span className="number">
          {momentOf(message.at)}
          {message.durationSeconds !== null && ` · ${lengthOf(message.durationSeconds)}`}
        </span>
        <span className="grow" />
        <a href={`/calls/${message.callSid}`} onClick={follow}>
          How the call went
        </a>
      </header>
      <p className={message.text === null ? 'words none' : 'words'}>{message.text ?? wordless(message)}</p>
      <footer>
        {message.recording !== null && (
          <audio controls preload="none" src={message.recording} aria-label={`Message of ${callerOf(message)}`} />
        )}
        <span className="grow" />
        {message.done ? (
          <span className="number">
            Done by {completedBy}
            {message.completedAt !== null && `, ${momentOf(message.completedAt)}`}
          </span>
        ) : (
          <button type="button" className="primary" disabled={busy} onClick={() => void complete()}>
            {busy ? 'Marking…' : 'Done'}
          </button>
        )}
      </footer>
    </li>
  );
}

function wordless(message: Message): string {
  if (message.recording === null) {
    return 'The caller was erased, and the message with them.';
  }
  return message.transcriptionStatus === 'failed' ? 'It could not be put in writing: listen to it.' : 'Not in writing yet.';
}
