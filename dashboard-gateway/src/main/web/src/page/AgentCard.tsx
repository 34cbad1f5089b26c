import * as Menu from '@radix-ui/react-dropdown-menu';
import { memo } from 'react';
import type { AgentView, Availability, CallView, Me } from '../api/types';
import { setAvailability } from '../board/actions';
import { callerOf, stateInWords } from '../parts/format';
import { Timer } from '../parts/Timer';
import { Readiness } from './MyCard';
import { useDropTarget } from './CallDrag';

interface Shown {
  agent: AgentView;
  calls: CallView[];
  me: Me;
}

/** A colleague: who they are, what they do, with whom, and since when. */
export const AgentCard = memo(ShownCard, (a, b) => a.agent === b.agent && a.me === b.me && same(a.calls, b.calls));

function same(a: CallView[], b: CallView[]): boolean {
  return a.length === b.length && a.every((call, i) => call === b[i]);
}

function ShownCard({ agent, calls, me }: Shown) {
  const target = useDropTarget({ kind: 'agent', agentId: agent.agentId });
  return (
    <li
      ref={target.setNodeRef}
      className={`card ${agent.state} ${target.className}`}
      data-agent={agent.agentId}
      data-state={agent.state}
      aria-label={`${agent.name}: ${stateInWords(agent)}`}
    >
      <header>
        <h3>{agent.name}</h3>
        <span className="grow" />
        <Readiness agent={agent} />
        {me.role === 'supervisor' && <Supervise agent={agent} me={me} />}
      </header>
      <p className="state">{stateInWords(agent)}</p>
      {calls.map((call) => (
        <p key={call.callSid} className="with" data-call={call.callSid}>
          <span>{callerOf(call)}</span>
          {call.answeredAt === null ? null : <Timer since={call.answeredAt} label="in the call" />}
        </p>
      ))}
    </li>
  );
}

const CHOICES: readonly [Availability, string][] = [
  ['available', 'Set available'],
  ['away', 'Set away'],
  ['offline', 'Set offline'],
];

function Supervise({ agent, me }: { agent: AgentView; me: Me }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>
        <button type="button" className="round" aria-label={`Availability of ${agent.name}`}>
          <span aria-hidden="true">⋯</span>
        </button>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {CHOICES.filter(([status]) => status !== agent.availability).map(([status, text]) => (
            <Menu.Item key={status} className="menu-item" onSelect={() => void setAvailability(me.agentId, agent.agentId, status)}>
              {text}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
