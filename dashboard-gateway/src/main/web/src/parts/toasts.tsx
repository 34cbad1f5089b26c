import { useSyncExternalStore } from 'react';
import { Watchers } from '../watchers';

/** Something short that is said once. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'news' | 'trouble';
}

const SHOWN_MILLIS = 6_000;

let toasts: readonly Toast[] = [];
let next = 1;
const watchers = new Watchers();

function change(changed: readonly Toast[]): void {
  toasts = changed;
  watchers.tell();
}

export function toast(text: string, kind: Toast['kind'] = 'news'): void {
  // The answer to a click and the stream may say the same of one call.
  if (toasts.some((each) => each.text === text)) {
    return;
  }
  const id = next++;
  change([...toasts.slice(-3), { id, text, kind }]);
  setTimeout(() => dismiss(id), SHOWN_MILLIS);
}

function dismiss(id: number): void {
  change(toasts.filter((each) => each.id !== id));
}

/** News are read out politely, trouble at once. */
export function Toasts() {
  const shown = useSyncExternalStore(watchers.add, () => toasts);
  return (
    <>
      <div className="toasts" role="status" aria-live="polite">
        {shown.filter((each) => each.kind === 'news').map((each) => <Shown key={each.id} toast={each} />)}
      </div>
      <div className="toasts trouble" role="alert">
        {shown.filter((each) => each.kind === 'trouble').map((each) => <Shown key={each.id} toast={each} />)}
      </div>
    </>
  );
}

function Shown({ toast: { id, text, kind } }: { toast: Toast }) {
  return (
    <div className={`toast ${kind}`}>
      <span>{text}</span>
      <button type="button" className="quiet" aria-label="Dismiss" onClick={() => dismiss(id)}>
        ×
      </button>
    </div>
  );
}
