import { Call, Device, type TwilioError } from '@twilio/voice-sdk';
import type { VoiceToken } from '../api/types';
import type { Softphone, SoftphoneListener } from './port';

/** https://www.twilio.com/docs/api/errors: what an agent can do about the errors that agents meet. */
const WHAT_TO_DO: ReadonlyMap<number, string> = new Map([
  [20101, 'Twilio refuses our token. Sign in again; if it stays so, tell operations that TWILIO_API_KEY is wrong.'],
  [20104, 'The token has expired. Sign in again.'],
  [31401, 'The microphone is not allowed. Allow it for this page (the icon beside the address) and reload.'],
  [31402, 'No microphone was found. Plug one in and reload.'],
  [31005, 'The connection to Twilio is lost. It comes back by itself when the network does.'],
  [53000, 'The connection to Twilio is lost. It comes back by itself when the network does.'],
]);

/** How long before its end Twilio's SDK tells that a token expires. */
const RENEW_BEFORE_MILLIS = 60_000;

/** Twilio's Voice SDK: https://www.twilio.com/docs/voice/sdks/javascript. */
export class TwilioSoftphone implements Softphone {
  private device: Device | null = null;
  private readonly ringing = new Map<string, Call>();
  private readonly wanted = new Set<string>();
  private current: Call | null = null;

  constructor(
    private readonly listener: SoftphoneListener,
    private readonly tokenExpires: () => void,
  ) {}

  connect(token: VoiceToken): void {
    if (!('mediaDevices' in navigator)) {
      this.listener.state({ kind: 'unavailable', why: 'Browsers give a microphone to secure pages only. Open this one with https.' });
      return;
    }
    const device = new Device(token.token, {
      tokenRefreshMs: RENEW_BEFORE_MILLIS,
      // The dashboard rings by the stream, for all of an agent's calls alike.
      disableAudioContextSounds: true,
      closeProtection: true,
      // Whom calls ring is routing's decision.
      allowIncomingWhileBusy: true,
    });
    this.device = device;
    device.audio?.incoming(false);
    device.on('registered', () => this.listener.state({ kind: 'ready' }));
    device.on('unregistered', () =>
      this.listener.state({ kind: 'unavailable', why: 'Your phone is not connected. It comes back by itself when the network does.' }),
    );
    device.on('error', (error: TwilioError.TwilioError) => {
      // Also of a single call: as long as the device is registered, the next one rings.
      if (device.state !== Device.State.Registered) {
        this.fail(error);
      }
    });
    device.on('tokenWillExpire', () => this.tokenExpires());
    device.on('incoming', (call: Call) => this.ring(call));
    navigator.mediaDevices
      .getUserMedia({ audio: true })
      .then((stream) => {
        stream.getTracks().forEach((track) => track.stop());
        return device.register();
      })
      .catch((error: unknown) => this.fail(error));
  }

  renew(token: VoiceToken): void {
    this.device?.updateToken(token.token);
  }

  accept(callSid: string): void {
    const call = this.ringing.get(callSid);
    if (call === undefined) {
      this.wanted.add(callSid);
    } else {
      call.accept();
    }
  }

  silence(callSid: string): void {
    this.wanted.delete(callSid);
    this.ringing.get(callSid)?.ignore();
    this.ringing.delete(callSid);
  }

  mute(muted: boolean): void {
    this.current?.mute(muted);
  }

  disconnect(): void {
    this.device?.destroy();
    this.device = null;
  }

  private ring(call: Call): void {
    // The leg has a SID of its own; the caller's comes as a parameter of ours.
    const callSid = call.customParameters.get('callSid') ?? '';
    this.ringing.set(callSid, call);
    const over = () => {
      this.ringing.delete(callSid);
      this.wanted.delete(callSid);
      if (this.current === call) {
        this.current = null;
        this.listener.talking(null);
      }
    };
    call.on('accept', () => {
      this.ringing.delete(callSid);
      this.current = call;
      this.listener.talking(callSid);
    });
    for (const end of ['cancel', 'disconnect', 'reject'] as const) {
      call.on(end, over);
    }
    if (this.wanted.delete(callSid)) {
      call.accept();
    }
  }

  private fail(error: unknown): void {
    const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0;
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    const missing = error instanceof DOMException && error.name === 'NotFoundError';
    const why = WHAT_TO_DO.get(refused ? 31401 : missing ? 31402 : code);
    this.listener.state({
      kind: 'unavailable',
      why: why ?? `Your phone does not work (Twilio's error ${code}). Reload the page; if it stays so, tell operations the number.`,
    });
  }
}
