import { isSignedIn } from '../api/http';
import type { BoardView, StreamEvent } from '../api/types';

export type StreamState = 'connecting' | 'live' | 'lost';

export interface StreamListener {
  reset(board: BoardView): void;
  event(event: StreamEvent): void;
  state(state: StreamState): void;
}

/** All events that the gateway streams: an EventSource hears only those that it is told the names of. */
const TYPES = [
  'CallReceived', 'CallRinging', 'CallDeclined', 'ClaimGranted', 'ClaimRejected', 'ClaimReleased', 'RingCancelled', 'ClaimantDialled',
  'CallAnswered', 'CallParked', 'CallRetrieved', 'TransferStarted', 'TransferReturned', 'CallTransferred', 'CallForgotten', 'CallKept',
  'VoicemailOffered', 'VoicemailRecorded', 'VoicemailTranscribed', 'VoicemailCompleted', 'HangUpStarted', 'CallEnded',
  'CallControlDone', 'CallControlFailed', 'AgentRegistered', 'AgentAvailabilityChanged', 'AgentConnected', 'AgentDisconnected',
  'RoutingConfigured',
];

/** How long until a stream that the server has refused is asked for again. */
const AGAIN_MILLIS = 2_000;

/** The server says something every 15 s; a stream that is silent for longer is dead, even where nothing has closed it. */
const SILENCE_MILLIS = 40_000;
const LISTEN_EVERY_MILLIS = 5_000;

/** Follows the board until it is closed. Whoever comes back, the browser by itself or we, names the last event that was heard. */
export function followBoard(listener: StreamListener): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let heardAt = performance.now();
  let lastEventId = '';
  const open = () => {
    const opened = new EventSource(`/api/board/stream?keepAlive=event${lastEventId === '' ? '' : `&lastEventId=${lastEventId}`}`);
    source = opened;
    heardAt = performance.now();
    const hear = <T>(type: string, take: (data: T) => void) =>
      opened.addEventListener(type, (message: MessageEvent<string>) => {
        heardAt = performance.now();
        ({ lastEventId } = message);
        take(JSON.parse(message.data) as T);
      });
    opened.onopen = () => {
      heardAt = performance.now();
      listener.state('live');
    };
    opened.onerror = () => {
      listener.state('lost');
      // A refusal ends an EventSource for good, and does not say why: the gateway restarts, or nobody is signed in any more.
      if (opened.readyState === EventSource.CLOSED) {
        void isSignedIn().then((signedIn) => {
          if (signedIn && source === opened) {
            again = setTimeout(open, AGAIN_MILLIS);
          }
        });
      }
    };
    hear('keep-alive', () => undefined);
    hear<BoardView>('reset', (board) => listener.reset(board));
    TYPES.forEach((type) => hear<StreamEvent>(type, (event) => listener.event(event)));
  };
  // A browser that knows that it has no network says so at once, and a stream that was cut in silence is found out only late.
  const cut = () => listener.state('lost');
  const anew = () => {
    clearTimeout(again);
    source?.close();
    open();
  };
  const watch = setInterval(() => {
    if (source?.readyState !== EventSource.CLOSED && performance.now() - heardAt > SILENCE_MILLIS) {
      cut();
      anew();
    }
  }, LISTEN_EVERY_MILLIS);
  window.addEventListener('offline', cut);
  window.addEventListener('online', anew);
  listener.state('connecting');
  open();
  return () => {
    window.removeEventListener('offline', cut);
    window.removeEventListener('online', anew);
    clearTimeout(again);
    clearInterval(watch);
    source?.close();
    source = null;
  };
}
