import type { Availability, Me } from '../api/types';
import { setAvailability } from '../board/actions';
import { pendingKey, useView } from '../board/store';

const CHOICES: readonly [Availability, string][] = [
  ['available', 'Available'],
  ['away', 'Away'],
  ['offline', 'Offline'],
];

/** Browsers ask their user only where that has clicked, and now is when it makes sense. */
function askForNotifications(status: Availability): void {
  if (status === 'available' && 'Notification' in globalThis && Notification.permission === 'default') {
    void Notification.requestPermission();
  }
}

export function MyAvailability({ me }: { me: Me }) {
  const chosen = useView((view) => view.board.agents.get(me.agentId)?.availability);
  const pending = useView((view) => view.pending.has(pendingKey('availability', me.agentId)));
  return (
    <div className="segmented" role="group" aria-label="I am" aria-busy={pending}>
      {CHOICES.map(([status, name]) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen === status}
          className={status}
          onClick={() => {
            askForNotifications(status);
            void setAvailability(me.agentId, me.agentId, status);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
