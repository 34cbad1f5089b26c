import type { AgentView, CallView, Me } from '../api/types';
import { hangUp } from '../board/actions';
import { nameOf } from '../board/fold';
import { callerOf, callInWords } from '../parts/format';
import { Timer } from '../parts/Timer';

/** Callers whom nobody has yet: for whom they ring, or that they leave a message. */
export function Waiting({ calls, agents, me }: { calls: CallView[]; agents: ReadonlyMap<string, AgentView>; me: Me }) {
  return (
    <section className="panel waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        Waiting <span className="count">{calls.length}</span>
      </h2>
      {calls.length === 0 && <p className="idle">Nobody waits.</p>}
      <ul>
        {calls.map((call) => (
          <li key={call.callSid} className="call" data-call={call.callSid}>
            <div className="caller">
              <strong>{callerOf(call)}</strong>
              <span className="number">
                {callInWords(call)}
                {call.offeredTo.length > 0 && `: ${call.offeredTo.map((id) => nameOf(agents, id)).join(', ')}`}
              </span>
            </div>
            <Timer since={call.receivedAt} label="waiting" />
            {me.role === 'supervisor' && (
              <div className="actions">
                <button type="button" className="danger" onClick={() => void hangUp(call.callSid)}>
                  Hang up
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
