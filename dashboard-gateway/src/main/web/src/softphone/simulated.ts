import type { VoiceToken } from '../api/types';
import type { Softphone, SoftphoneListener } from './port';

/** How often to pick up again when the device does not ring yet, and for how long: as long as an agent's phone may take. */
const AGAIN_MILLIS = 150;
const PATIENCE_MILLIS = 10_000;

/** The device of the simulated phone network: no sound, but it rings and talks as the real one does. See docs/simulator.md. */
export class SimulatedSoftphone implements Softphone {
  private base = '';
  private identity = '';
  private talkingOn: string | null = null;
  private source: EventSource | null = null;
  private readonly wanted = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly listener: SoftphoneListener) {}

  connect(token: VoiceToken): void {
    this.base = token.deviceUrl ?? '';
    this.identity = token.identity;
    const source = new EventSource(this.url('stream'));
    this.source = source;
    source.onopen = () => void this.register();
    source.onerror = () =>
      this.listener.state({ kind: 'unavailable', why: 'The simulated phone network does not answer. Is ./switchlog up running?' });
    source.addEventListener('device', (message) => {
      const device = JSON.parse((message as MessageEvent<string>).data) as {
        connected: boolean;
        inProgress: { parentCallSid: string | null }[];
      };
      const talking = device.inProgress[0]?.parentCallSid ?? null;
      if (talking !== this.talkingOn) {
        this.talkingOn = talking;
        this.listener.talking(talking);
      }
      this.listener.state(
        device.connected ? { kind: 'ready' } : { kind: 'unavailable', why: 'The simulated phone was disconnected. Reload to connect it.' },
      );
    });
  }

  /** Its tokens are not looked at. */
  renew(): void {
    return;
  }

  accept(callSid: string): void {
    this.forget(callSid);
    this.pickUp(callSid, Date.now() + PATIENCE_MILLIS);
  }

  silence(callSid: string): void {
    this.forget(callSid);
  }

  private forget(callSid: string): void {
    clearTimeout(this.wanted.get(callSid));
    this.wanted.delete(callSid);
  }

  /** There is no sound. */
  mute(): void {
    return;
  }

  disconnect(): void {
    this.source?.close();
    this.wanted.forEach((timer) => clearTimeout(timer));
    this.wanted.clear();
  }

  private pickUp(callSid: string, until: number): void {
    this.wanted.set(
      callSid,
      setTimeout(() => {
        void this.post('accept', { callSid }).then((accepted) => {
          if (!this.wanted.has(callSid)) {
            return;
          }
          if (accepted || Date.now() > until) {
            this.wanted.delete(callSid);
          } else {
            this.pickUp(callSid, until);
          }
        });
      }, AGAIN_MILLIS),
    );
  }

  private async register(): Promise<void> {
    if (!(await this.post('connect', {}))) {
      this.listener.state({ kind: 'unavailable', why: 'The simulated phone could not be connected. Reload to try again.' });
    }
  }

  private async post(what: string, body: unknown): Promise<boolean> {
    try {
      const response = await fetch(this.url(what), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.ok;
    } catch {
      return false;
    }
  }

  private url(what: string): string {
    return `${this.base}/simulator/devices/${encodeURIComponent(this.identity)}/${what}`;
  }
}
