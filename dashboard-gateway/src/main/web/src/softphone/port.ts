import type { VoiceToken } from '../api/types';

/** What a device can say of itself. */
export type DeviceState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** Another tab of this agent has the device. */
  | { readonly kind: 'elsewhere' }
  /** It cannot be rung: why, and what to do about it. */
  | { readonly kind: 'unavailable'; readonly why: string };

/** The agent's phone, whoever makes it ring. Calls are named by the caller's callSid, as everywhere. */
export interface Softphone {
  /** Registers; the state follows. */
  connect(token: VoiceToken): void;
  /** A new token in place of one that is about to expire. */
  renew(token: VoiceToken): void;
  /** Picks up as soon as the device rings for that call; it may ring some moments later. */
  accept(callSid: string): void;
  /** The call is not to be picked up any more, and is silent here and now, without a word to the caller. */
  silence(callSid: string): void;
  mute(muted: boolean): void;
  disconnect(): void;
}

/** What a device tells. */
export interface SoftphoneListener {
  state(state: DeviceState): void;
  /** The conversation's sound has begun or ended. */
  talking(callSid: string | null): void;
}
