import type { AgentView, CallView } from '../api/types';

/** The caller as one reads them: the name where the network told one. */
export function callerOf(call: { from: string | null; fromName: string | null }): string {
  return call.fromName ?? numberOf(call.from);
}

/** Nobody knows the number of a caller who was erased, or of whose call only the message came. */
export function numberOf(number: string | null): string {
  return number === null ? 'Unknown caller' : spaced(number);
}

/** North American numbers in their groups, others as they are. */
function spaced(number: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return american === null ? number : `+1 ${american[1]} ${american[2]} ${american[3]}`;
}

/** 0:07, 12:34, 1:02:03. */
export function lengthOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const TODAY = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const EARLIER = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' });
const EXACT = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3,
});

/** When something was, as short as it can be told today. */
export function momentOf(iso: string, now = new Date()): string {
  const time = new Date(iso);
  return (time.toDateString() === now.toDateString() ? TODAY : EARLIER).format(time);
}

/** A time to the millisecond. */
export function exactly(iso: string): string {
  return EXACT.format(new Date(iso));
}

/** What an agent does, in the words of the board. */
export function stateInWords(agent: AgentView): string {
  switch (agent.state) {
    case 'on-call':
      return 'In a call';
    case 'ringing':
      return 'Ringing';
    case 'reserved':
      return 'Handing over';
    case 'available':
      return agent.presence === 'without-device' ? 'Available, but no phone' : 'Available';
    case 'away':
      return agent.reason ? `Away: ${agent.reason}` : 'Away';
    case 'offline':
      return agent.presence === 'disconnected' && agent.availability !== 'offline' ? 'Not connected' : 'Offline';
  }
}

/** What a call does, in the words of the board. */
export function callInWords(call: CallView): string {
  switch (call.state) {
    case 'ringing':
      return 'Ringing';
    case 'active':
      return call.connecting ? 'Connecting' : 'In a call';
    case 'parked':
      return call.forgotten ? 'Parked for long' : 'Parked';
    case 'transferring':
      return 'Being handed over';
    case 'voicemail':
      return 'Leaving a message';
    case 'ending':
      return 'Ending';
  }
}
