import type { CallView, Me } from '../api/types';
import { hangUp, retrieve } from '../board/actions';
import { nameOf } from '../board/fold';
import { pendingKey, useView } from '../board/store';
import { callerOf, numberOf } from '../parts/format';
import { Timer } from '../parts/Timer';
import { CallMenu } from './CallMenu';
import { Handle, useDropTarget } from './CallDrag';

/** Calls that wait with music for whoever takes them. */
export function Lot({ calls, me }: { calls: CallView[]; me: Me }) {
  const target = useDropTarget({ kind: 'lot' });
  return (
    <section ref={target.setNodeRef} className={`panel lot ${target.className}`} aria-labelledby="lot-title">
      <h2 id="lot-title">
        Parking lot <span className="count">{calls.length}</span>
      </h2>
      {calls.length === 0 && <p className="idle">Nothing is parked.</p>}
      <ul>
        {calls.map((call) => (
          <Parked key={call.callSid} call={call} me={me} />
        ))}
      </ul>
    </section>
  );
}

function Parked({ call, me }: { call: CallView; me: Me }) {
  const taking = useView((view) => view.pending.has(pendingKey('retrieve', call.callSid)));
  const removing = useView((view) => view.pending.has(pendingKey('hang-up', call.callSid)));
  const parkedBy = useView((view) => (call.parkedBy === null ? null : nameOf(view.board.agents, call.parkedBy)));
  const takesCalls = me.role !== 'operator';
  return (
    <li className={call.forgotten ? 'call forgotten' : 'call'} data-call={call.callSid}>
      {takesCalls && <Handle call={call} me={me.agentId} />}
      <div className="caller">
        <strong>{callerOf(call)}</strong>
        <span className="number">
          {call.fromName === null ? '' : `${numberOf(call.from)} · `}
          {parkedBy === null ? '' : `by ${parkedBy}`}
          {call.forgotten ? ' · for long' : ''}
        </span>
      </div>
      <Timer since={call.parkedAt ?? call.since} label="parked" />
      {takesCalls && (
        <div className="actions">
          <button type="button" disabled={taking || removing} onClick={() => void retrieve(me.agentId, call.callSid, me.agentId)}>
            {taking ? 'Taking…' : 'Take'}
          </button>
          <button type="button" className="danger" disabled={removing || taking} onClick={() => void hangUp(call.callSid)}>
            {removing ? 'Removing…' : 'Remove'}
          </button>
          <CallMenu call={call} me={me.agentId} mayHangUp={false} />
        </div>
      )}
    </li>
  );
}
