import { useSyncExternalStore } from 'react';
import { Problem, send } from '../api/http';
import type { Me, VoiceToken } from '../api/types';
import { Watchers } from '../watchers';
import type { DeviceState, Softphone, SoftphoneListener } from './port';
import { SimulatedSoftphone } from './simulated';

interface PhoneView {
  readonly device: DeviceState;
  readonly talking: string | null;
  readonly muted: boolean;
  /** Whether this tab is the one of the agent's that rings aloud and has the device. */
  readonly leading: boolean;
  /** Whether the last heartbeat got through; without them the agent is soon shown as gone. */
  readonly heard: boolean;
  /** Whether nothing rings any more, since too many rings were let go by. */
  readonly unanswering: boolean;
}

interface Heard {
  readinessParts: { answering: number };
}

/** The gateway counts on one every 10 s. */
const HEARTBEAT_MILLIS = 10_000;

/** Renewed so long before it expires, whatever the device says. */
const RENEW_BEFORE_MILLIS = 5 * 60_000;

const AGAIN_MILLIS = 5_000;

const OFF: PhoneView = { device: { kind: 'starting' }, talking: null, muted: false, leading: false, heard: true, unanswering: false };

let view = OFF;
let softphone: Softphone | null = null;
const watchers = new Watchers();
/** Whose phone this tab is; null while it is nobody's. */
let agentOfDevice: string | null = null;

/** Calls that were answered before the device was there. */
const early = new Set<string>();

function change(next: Partial<PhoneView>): void {
  view = { ...view, ...next };
  watchers.tell();
}

export function usePhone(): PhoneView {
  return useSyncExternalStore(watchers.add, () => view);
}

export function phone(): PhoneView {
  return view;
}

/** Several tabs of one agent have one device: the tab that holds the lock, until it is closed. */
function lead(agentId: string, signal: AbortSignal, whenLeading: () => void): void {
  if (!('locks' in navigator)) {
    // Only pages over TLS, or of this machine, can know of each other.
    whenLeading();
    return;
  }
  navigator.locks
    .request(`switchlog-device-${agentId}`, { signal }, () => {
      whenLeading();
      return new Promise<void>((release) => signal.addEventListener('abort', () => release()));
    })
    .catch((e: unknown) => {
      if (!(e instanceof DOMException && e.name === 'AbortError')) {
        throw e;
      }
    });
}

/** Makes this page the agent's phone, or lets it wait until it is. What is returned ends it. */
export function startPhone(me: Me): () => void {
  const ended = new AbortController();
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const renewIn = (millis: number) => {
    clearTimeout(renewal);
    renewal = setTimeout(() => void renew(), millis);
  };
  change({ ...OFF, device: { kind: 'elsewhere' } });

  /** What comes after the end is of nobody's phone any more. */
  const tell = (next: Partial<PhoneView>) => {
    if (!ended.signal.aborted) {
      change(next);
    }
  };

  let beating = false;
  let beatAgain = false;
  // One at a time, or an older word about the device could overtake a newer one.
  const beat = async (): Promise<void> => {
    // Who has only just opened the page is not without a phone: to say so would take the calls that ring for them.
    if (view.device.kind === 'starting' || ended.signal.aborted) {
      return;
    }
    if (beating) {
      beatAgain = true;
      return;
    }
    beating = true;
    try {
      const { readinessParts } = await send<Heard>('POST', '/api/me/heartbeat', { deviceConnected: view.device.kind === 'ready' });
      tell({ heard: true, unanswering: readinessParts.answering === 0 });
    } catch {
      // The bar says that the connection is lost, and the next heartbeat comes by itself.
      tell({ heard: false });
    } finally {
      beating = false;
    }
    if (beatAgain) {
      beatAgain = false;
      await beat();
    }
  };
  const listener: SoftphoneListener = {
    state: (device) => {
      const changed = device.kind !== view.device.kind;
      tell({ device });
      if (changed) {
        void beat();
      }
    },
    talking: (talking) => tell({ talking, muted: false }),
  };
  const renew = async (): Promise<void> => {
    if (ended.signal.aborted) {
      return;
    }
    try {
      const token = await send<VoiceToken>('GET', '/api/voice-token');
      if (ended.signal.aborted) {
        return;
      }
      if (softphone === null) {
        const made = await softphoneFor(token, listener, () => void renew());
        if (ended.signal.aborted) {
          return;
        }
        connect(made, token);
      } else {
        softphone.renew(token);
      }
      renewIn(Math.max(AGAIN_MILLIS, Date.parse(token.expiresAt) - Date.now() - RENEW_BEFORE_MILLIS));
    } catch (e) {
      if (ended.signal.aborted) {
        return;
      }
      if (softphone === null) {
        const why = e instanceof Problem ? `Your phone got no token: ${e.message}` : 'Your phone could not be started. Reload the page.';
        listener.state({ kind: 'unavailable', why });
      }
      renewIn(AGAIN_MILLIS);
    }
  };
  const connect = (made: Softphone, token: VoiceToken) => {
    try {
      made.connect(token);
    } catch (e) {
      made.disconnect();
      throw e;
    }
    softphone = made;
    early.forEach((callSid) => made.accept(callSid));
    early.clear();
  };
  lead(me.agentId, ended.signal, () => {
    agentOfDevice = me.agentId;
    change({ leading: true, device: { kind: 'starting' } });
    const heart = setInterval(() => void beat(), HEARTBEAT_MILLIS);
    ended.signal.addEventListener('abort', () => clearInterval(heart));
    void renew();
  });
  return () => {
    ended.abort();
    clearTimeout(renewal);
    softphone?.disconnect();
    softphone = null;
    agentOfDevice = null;
    early.clear();
    change(OFF);
  };
}

/** Twilio's SDK is large, and not needed where calls are simulated. */
async function softphoneFor(token: VoiceToken, listener: SoftphoneListener, tokenExpires: () => void): Promise<Softphone> {
  if (token.deviceUrl !== null) {
    return new SimulatedSoftphone(listener);
  }
  const { TwilioSoftphone } = await import('./twilio');
  return new TwilioSoftphone(listener, tokenExpires);
}

/** An agent may click in one tab while another one has the device. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('switchlog-pick-up') : null;

interface PickUp {
  agentId: string;
  callSid: string;
}

tabs?.addEventListener('message', (message: MessageEvent<PickUp>) => {
  if (message.data.agentId === agentOfDevice) {
    accept(message.data.callSid);
  }
});

function accept(callSid: string): void {
  if (softphone === null) {
    early.add(callSid);
  } else {
    softphone.accept(callSid);
  }
}

/** Whichever of the agent's tabs has the device picks up. */
export function pickUp(agentId: string, callSid: string): void {
  if (agentId === agentOfDevice) {
    accept(callSid);
  } else {
    tabs?.postMessage({ agentId, callSid } satisfies PickUp);
  }
}

export function silence(callSid: string): void {
  early.delete(callSid);
  softphone?.silence(callSid);
}

/** The microphone of the call that one talks on; without one there is nothing to mute. */
export function mute(muted: boolean): void {
  if (softphone !== null && view.talking !== null) {
    softphone.mute(muted);
    change({ muted });
  }
}

/** Tells whenever something of the phone has changed; what is returned ends it. */
export const onPhone = watchers.add;
