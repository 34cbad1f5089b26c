import type { AgentView, CallView } from '../api/types';
import { answer, decline, hangUp, park } from '../board/actions';
import { nameOf } from '../board/fold';
import { pendingKey, useView } from '../board/store';
import { callerOf, callInWords, numberOf, stateInWords } from '../parts/format';
import { Timer } from '../parts/Timer';
import { mute, usePhone } from '../softphone/phone';
import { CallMenu } from './CallMenu';
import { Handle, useDropTarget } from './CallDrag';

/** One's own card: larger, first, and with everything that one can do. */
export function MyCard({ agent, ringing, held }: { agent: AgentView; ringing: CallView[]; held: CallView[] }) {
  const me = agent.agentId;
  const target = useDropTarget({ kind: 'agent', agentId: me });
  return (
    <section
      ref={target.setNodeRef}
      className={`card mine ${agent.state} ${target.className}`}
      aria-labelledby="mine-title"
      data-agent={me}
      data-state={agent.state}
    >
      <header>
        <h2 id="mine-title">{agent.name}</h2>
        <span className="state">{stateInWords(agent)}</span>
        <span className="grow" />
        <Readiness agent={agent} />
      </header>
      {ringing.map((call) => (
        <RingingCall key={call.callSid} call={call} me={me} from={call.transferredBy} />
      ))}
      {held.map((call) => (
        <MyCall key={call.callSid} call={call} me={me} />
      ))}
      {ringing.length === 0 && held.length === 0 && <p className="idle">{idleWords(agent)}</p>}
    </section>
  );
}

function idleWords(agent: AgentView): string {
  switch (agent.availability) {
    case 'available':
      return 'No call for you now. The next one rings here.';
    case 'away':
      return 'You are away: nothing rings for you.';
    case 'offline':
      return 'You are offline: nothing rings for you.';
  }
}

function RingingCall({ call, me, from }: { call: CallView; me: string; from: string | null }) {
  const claiming = useView((view) => view.pending.has(pendingKey('claim', call.callSid)));
  const declining = useView((view) => view.pending.has(pendingKey('decline', call.callSid)));
  const handedBy = useView((view) => (from === null ? null : nameOf(view.board.agents, from)));
  return (
    <article className="call ringing" aria-label={`${callerOf(call)} rings`} data-call={call.callSid}>
      <div className="caller">
        <strong>{callerOf(call)}</strong>
        {call.fromName !== null && <span className="number">{numberOf(call.from)}</span>}
        <span className="number">
          for {numberOf(call.to)}
          {handedBy !== null && `, handed over by ${handedBy}`}
        </span>
      </div>
      <Timer since={call.receivedAt} label="waiting" />
      <div className="actions">
        <button type="button" className="answer" disabled={claiming} onClick={() => void answer(me, call.callSid)}>
          {claiming ? 'Answering…' : 'Answer'}
        </button>
        <button type="button" disabled={declining || claiming} onClick={() => void decline(call.callSid)}>
          {declining ? 'Declining…' : 'Decline'}
        </button>
      </div>
    </article>
  );
}

function MyCall({ call, me }: { call: CallView; me: string }) {
  const pending = useView((view) => view.pending);
  const { muted, talking } = usePhone();
  const parking = pending.has(pendingKey('park', call.callSid));
  const ending = pending.has(pendingKey('hang-up', call.callSid)) || call.state === 'ending';
  const inCall = call.state === 'active' && !call.connecting;
  return (
    <article className={`call held ${call.state}`} aria-label={`Call with ${callerOf(call)}`} data-call={call.callSid}>
      <Handle call={call} me={me} />
      <div className="caller">
        <strong>{callerOf(call)}</strong>
        <span className="number">
          {callInWords(call)} · for {numberOf(call.to)}
        </span>
        {call.callControlFailed !== undefined && (
          <span className="failed">Twilio could not carry the last step out{call.callControlFailed.detail ? `: ${call.callControlFailed.detail}` : ''}</span>
        )}
      </div>
      {call.answeredAt === null ? <span className="timer">…</span> : <Timer since={call.answeredAt} label="in the call" />}
      <div className="actions">
        {inCall && (
          <button type="button" aria-pressed={muted} disabled={talking !== call.callSid} onClick={() => mute(!muted)}>
            {muted ? 'Unmute' : 'Mute'}
          </button>
        )}
        {inCall && (
          <button type="button" disabled={parking} onClick={() => void park(call.callSid)}>
            {parking ? 'Parking…' : 'Park'}
          </button>
        )}
        <button type="button" className="danger" disabled={ending} onClick={() => void hangUp(call.callSid)}>
          {ending ? 'Ending…' : 'Hang up'}
        </button>
        {inCall && <CallMenu call={call} me={me} mayHangUp={false} />}
      </div>
    </article>
  );
}

export function Readiness({ agent }: { agent: AgentView }) {
  return (
    <span className="readiness" title="Readiness: says available, is heard, has a phone, has room, answers">
      <meter min={0} max={100} low={60} high={95} optimum={100} value={agent.readiness} aria-label="Readiness" />
      {agent.readiness}
    </span>
  );
}
