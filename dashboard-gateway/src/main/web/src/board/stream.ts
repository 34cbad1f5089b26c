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

/** Follows the board until it is closed. The browser comes back by itself, and names the last event that it has. */
export function followBoard(listener: StreamListener): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    const opened = new EventSource('/api/board/stream');
    source = opened;
    opened.onopen = () => listener.state('live');
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
    opened.addEventListener('reset', (message) => listener.reset(JSON.parse((message as MessageEvent<string>).data) as BoardView));
    for (const type of TYPES) {
      opened.addEventListener(type, (message) => listener.event(JSON.parse((message as MessageEvent<string>).data) as StreamEvent));
    }
  };
  // A browser that knows that it has no network says so at once, and a stream that was cut in silence is found out only late.
  const cut = () => listener.state('lost');
  const anew = () => {
    clearTimeout(again);
    source?.close();
    open();
  };
  window.addEventListener('offline', cut);
  window.addEventListener('online', anew);
  listener.state('connecting');
  open();
  return () => {
    window.removeEventListener('offline', cut);
    window.removeEventListener('online', anew);
    clearTimeout(again);
    source?.close();
    source = null;
  };
}
