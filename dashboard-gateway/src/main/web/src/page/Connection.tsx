import type { AgentView } from '../api/types';
import { setAvailability } from '../board/actions';
import { useView } from '../board/store';
import { useSilenced } from '../parts/sound';
import { usePhone } from '../softphone/phone';

/** Whether what one sees is now, and whether one's phone would ring: always in sight. */
export function Connection({ takesCalls }: { takesCalls: boolean }) {
  const stream = useView((view) => view.stream);
  const { device, heard } = usePhone();
  const lost = stream === 'lost' || (takesCalls && !heard);
  const live = lost ? 'Connection lost' : stream === 'live' ? 'Live' : 'Connecting…';
  return (
    <div className="connection" role="status">
      <span className={`pill ${lost ? 'bad' : stream === 'live' ? 'good' : 'unsure'}`}>
        <span className="dot" aria-hidden="true" />
        {live}
      </span>
      {takesCalls && (
        <span className={`pill ${device.kind === 'ready' ? 'good' : device.kind === 'unavailable' ? 'bad' : 'unsure'}`}>
          <span className="dot" aria-hidden="true" />
          {device.kind === 'ready' && 'Phone ready'}
          {device.kind === 'starting' && 'Phone starting…'}
          {device.kind === 'elsewhere' && 'Phone in another tab'}
          {device.kind === 'unavailable' && 'No phone'}
        </span>
      )}
    </div>
  );
}

/** What is wrong, and what to do about it. */
export function Trouble({ me }: { me: AgentView | undefined }) {
  const stream = useView((view) => view.stream);
  const { device, unanswering, leading } = usePhone();
  const silenced = useSilenced();
  return (
    <>
      {me?.availability === 'available' && leading && silenced && (
        <p className="banner unsure" role="status">
          Your browser lets this page make no sound until you click on it, or press a key. <button type="button">Let it ring</button>
        </p>
      )}
      {stream === 'lost' && (
        <p className="banner bad" role="alert">
          The connection to Switchlog is lost: what you see may be old. It comes back by itself.
        </p>
      )}
      {me?.availability === 'available' && unanswering && me.readiness < 100 && (
        <p className="banner bad" role="alert">
          Three calls rang here and nobody answered, so nothing rings for you now.{' '}
          <button type="button" onClick={() => void setAvailability(me.agentId, me.agentId, 'available')}>
            I am here
          </button>
        </p>
      )}
      {me !== undefined && device.kind === 'unavailable' && (
        <p className="banner bad" role="alert">
          {device.why}
        </p>
      )}
    </>
  );
}
