import { useMemo } from 'react';
import type { AgentView, CallView, Me } from '../api/types';
import { heldBy, lotOf, ringingFor, waitingIn, type Board } from '../board/fold';
import { useView } from '../board/store';
import { AgentCard } from './AgentCard';
import { CallDrag } from './CallDrag';
import { Trouble } from './Connection';
import { Lot } from './Lot';
import { MyCard } from './MyCard';
import { Waiting } from './Waiting';

/** Who rings, who talks, who waits, what is parked. */
export function BoardPage({ me }: { me: Me }) {
  const board = useView((view) => view.board);
  const mine = board.agents.get(me.agentId);
  const others = useMemo(() => sorted([...board.agents.values()].filter((agent) => agent.agentId !== me.agentId)), [board.agents, me]);
  return (
    <CallDrag me={me.agentId}>
      <Trouble me={mine} />
      <div className="board">
        <div className="people">
          {mine !== undefined && (
            <MyCard agent={mine} ringing={ringingFor(board, me.agentId)} held={heldBy(board, me.agentId)} />
          )}
          <section aria-labelledby="team-title">
            <h2 id="team-title">
              Team <span className="count">{others.length}</span>
            </h2>
            <ul className="cards">
              {others.map((agent) => (
                <AgentCard
                  key={agent.agentId}
                  agent={agent}
                  calls={callsOf(agent, board)}
                  me={me}
                />
              ))}
            </ul>
          </section>
        </div>
        <div className="side">
          <Lot calls={lotOf(board)} me={me} />
          <Waiting calls={waitingIn(board)} agents={board.agents} me={me} />
        </div>
      </div>
    </CallDrag>
  );
}

/** What must be in sight on every page: calls that ring for one or that one has, and what is wrong. */
export function OnTheSide({ me }: { me: Me }) {
  const board = useView((view) => view.board);
  const mine = board.agents.get(me.agentId);
  const ringing = ringingFor(board, me.agentId);
  const held = heldBy(board, me.agentId);
  return (
    <CallDrag me={me.agentId}>
      <Trouble me={mine} />
      {mine !== undefined && (ringing.length > 0 || held.length > 0) && (
        <div className="aside">
          <MyCard agent={mine} ringing={ringing} held={held} />
        </div>
      )}
    </CallDrag>
  );
}

function callsOf(agent: AgentView, board: Board): CallView[] {
  return agent.callSids.concat(agent.offeredCallSids.filter((callSid) => !agent.callSids.includes(callSid))).flatMap((callSid) => {
    const call = board.calls.get(callSid);
    return call === undefined ? [] : [call];
  });
}

const byName = new Intl.Collator().compare;

/** By name, and nothing else: a card that jumps while one aims at it is a call in the wrong hands. */
function sorted(agents: AgentView[]): AgentView[] {
  return agents.sort((a, b) => byName(a.name, b.name) || byName(a.agentId, b.agentId));
}
