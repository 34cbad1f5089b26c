import { useEffect, useState, type RefObject } from 'react';
import type { Me } from '../api/types';
import { answer, decline, hangUp, park, setAvailability } from '../board/actions';
import { heldBy, ringingFor } from '../board/fold';
import { currentView } from '../board/store';
import { go } from '../route';
import { mute, phone } from '../softphone/phone';

interface Shortcut {
  readonly key: string;
  readonly does: string;
  readonly run: (me: string) => void;
}

const firstRinging = (me: string) => ringingFor(currentView().board, me)[0];
const current = (me: string) => heldBy(currentView().board, me)[0];

const SHORTCUTS: readonly Shortcut[] = [
  { key: 'a', does: 'Answer the call that rings longest', run: (me) => void ifThere(firstRinging(me), (callSid) => answer(me, callSid)) },
  { key: 'd', does: 'Decline it', run: (me) => void ifThere(firstRinging(me), decline) },
  { key: 'p', does: 'Park my call', run: (me) => void ifThere(current(me), park) },
  { key: 'm', does: 'Mute, and unmute', run: () => mute(!phone().muted) },
  { key: 'x', does: 'Hang up my call', run: (me) => void ifThere(current(me), hangUp) },
  { key: 't', does: 'Hand my call to somebody', run: openMyMenu },
  { key: 'v', does: 'I am available', run: (me) => void setAvailability(me, me, 'available') },
  { key: 'w', does: 'I am away', run: (me) => void setAvailability(me, me, 'away') },
  { key: '1', does: 'Board', run: () => go('/') },
  { key: '2', does: 'Calls', run: () => go('/calls') },
  { key: '3', does: 'Voicemail', run: () => go('/voicemails') },
];

/** The menu listens to pointers and keys, and to no click. */
function openMyMenu(): void {
  const menu = document.querySelector<HTMLElement>('.mine [data-menu]');
  menu?.focus();
  menu?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

async function ifThere(call: { callSid: string } | undefined, action: (callSid: string) => Promise<void>): Promise<void> {
  if (call !== undefined) {
    await action(call.callSid);
  }
}

/** Keys act wherever the focus is, except where one types, chooses or drags. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (
    event.defaultPrevented ||
    event.repeat ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target?.closest('input, textarea, select, [role="menu"], audio, [aria-pressed="true"][data-drag]') != null
  );
}

/** Of this browser: who dictates, or whose hands shake, has single keys do nothing (WCAG 2.2, 2.1.4). */
const SWITCH = 'switchlog:single-keys';

export function Shortcuts({ me, sheet }: { me: Me; sheet: RefObject<HTMLDialogElement | null> }) {
  const [on, setOn] = useState(() => localStorage.getItem(SWITCH) !== 'off');
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) {
        return;
      }
      if (event.key === '?') {
        event.preventDefault();
        sheet.current?.showModal();
        return;
      }
      const shortcut = SHORTCUTS.find((each) => each.key === event.key);
      if (shortcut !== undefined && sheet.current?.open !== true) {
        event.preventDefault();
        shortcut.run(me.agentId);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [me, sheet, on]);
  const turn = (wanted: boolean) => {
    localStorage.setItem(SWITCH, wanted ? 'on' : 'off');
    setOn(wanted);
  };
  return (
    <dialog ref={sheet} className="sheet" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Space</kbd>
          </dt>
          <dd>On a call's handle: take it up, arrows choose where to, Space puts it down, Escape leaves it</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>This sheet</dd>
        </div>
      </dl>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
        Single keys act in this browser
      </label>
      <form method="dialog">
        <button type="submit" className="primary">
          Close
        </button>
      </form>
    </dialog>
  );
}
