import type { StreamEvent } from '../api/types';
import { callerOf } from '../parts/format';
import { toast } from '../parts/toasts';
import { sound } from '../parts/sound';
import { onPhone, phone, silence } from '../softphone/phone';
import { heldBy, nameOf, ringingFor, type Board } from './fold';
import { currentView, onBoard, onEvent } from './store';

const TITLE = 'Switchlog';
const FLASH_MILLIS = 1_000;

/**
 * Rings for one agent for as long as the page lives: sound, title and notification follow the board's news, so that a page that
 * nobody has looked at for an hour rings like any other.
 */
export function ringFor(me: string): () => void {
  let sounding: (() => void) | null = null;
  let flashing: ReturnType<typeof setInterval> | undefined;
  let flashed = '';
  const notified = new Map<string, Notification>();
  let concerning: string[] = [];

  const follow = () => {
    const { board } = currentView();
    const calls = ringingFor(board, me);
    // What a page has missed is told by no event: a board that is sent anew may lack calls.
    const now = [...calls, ...heldBy(board, me)].map((call) => call.callSid);
    concerning.filter((callSid) => !now.includes(callSid)).forEach(silence);
    concerning = now;
    const aloud = calls.length > 0 && phone().leading;
    if (aloud && sounding === null) {
      sounding = sound();
    } else if (!aloud) {
      sounding?.();
      sounding = null;
    }
    const first = calls[0];
    const text = first === undefined ? '' : calls.length > 1 ? `${calls.length} calls ring` : `${callerOf(first)} rings`;
    if (text !== flashed) {
      flashed = text;
      clearInterval(flashing);
      let lit = true;
      document.title = text === '' ? TITLE : `● ${text}`;
      flashing =
        text === ''
          ? undefined
          : setInterval(() => {
              lit = !lit;
              document.title = `${lit ? '●' : '○'} ${text}`;
            }, FLASH_MILLIS);
    }
    notified.forEach((notification, callSid) => {
      if (!calls.some((call) => call.callSid === callSid)) {
        notification.close();
        notified.delete(callSid);
      }
    });
    for (const call of calls) {
      if (phone().leading && !notified.has(call.callSid) && mayNotify()) {
        notified.set(call.callSid, notify(callerOf(call), call.to, call.callSid));
      }
    }
  };

  const told = new Set<string>();
  const stopTelling = onEvent((event, before) => tellWhoWon(event, before, me, told));
  const stopFollowing = onBoard(follow);
  // This tab may become the one that rings aloud while a call rings.
  const stopWatching = onPhone(follow);
  follow();
  return () => {
    stopTelling();
    stopFollowing();
    stopWatching();
    sounding?.();
    clearInterval(flashing);
    notified.forEach((notification) => notification.close());
    document.title = TITLE;
  };
}

/** After these a call that one had clicked on is not to be picked up any more. */
const LET_GO = new Set(['ClaimReleased', 'CallParked', 'TransferReturned', 'CallEnded']);

/** Losing a race is polite, and the device is silent at once: Twilio's own cancel comes later, and names nobody. */
function tellWhoWon(event: StreamEvent, before: Board, me: string, told: Set<string>): void {
  const { callSid } = event;
  if (callSid === undefined) {
    return;
  }
  const call = before.calls.get(callSid);
  const stops = event.type === 'RingCancelled' && (event.agentIds ?? []).includes(me);
  // The grant and the silence that it brings are two events, and the board may have taken in the first one already: so the
  // event itself says whose phone stops, and not the board.
  const isOver = (stops && event.reason === 'call-ended') || (event.type === 'CallEnded' && (call?.offeredTo.includes(me) ?? false));
  if (stops || isOver || (event.type === 'CallDeclined' && event.agentId === me) || (LET_GO.has(event.type) && call?.agentId === me)) {
    silence(callSid);
  }
  if (stops && event.claimedBy !== undefined && event.claimedBy !== me) {
    toast(`${nameOf(before.agents, event.claimedBy)} answered this call`);
  } else if (isOver && !told.has(callSid)) {
    // One decision may say it twice: that the phone stops, and that the call is over.
    told.add(callSid);
    toast('The caller has hung up');
  }
}

function mayNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted' && document.visibilityState === 'hidden';
}

function notify(caller: string, to: string, callSid: string): Notification {
  const notification = new Notification(`${caller} rings`, { body: `for ${to}`, tag: callSid, requireInteraction: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
  return notification;
}
