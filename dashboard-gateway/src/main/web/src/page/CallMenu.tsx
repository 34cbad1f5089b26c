import * as Menu from '@radix-ui/react-dropdown-menu';
import type { CallView } from '../api/types';
import { hangUp, park, retrieve, transfer } from '../board/actions';
import { useView } from '../board/store';
import { isAllowed } from '../board/targets';
import { callerOf } from '../parts/format';

/** All that one can do with a call, without dragging. */
export function CallMenu({ call, me, mayHangUp }: { call: CallView; me: string; mayHangUp: boolean }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>
        <button type="button" className="round" aria-label={`More for the call of ${callerOf(call)}`} data-menu>
          <span aria-hidden="true">⋯</span>
        </button>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <Choices call={call} me={me} mayHangUp={mayHangUp} />
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Of a menu that is open: who is free changes all the time, and concerns no other. */
function Choices({ call, me, mayHangUp }: { call: CallView; me: string; mayHangUp: boolean }) {
  const agents = useView((view) => view.board.agents);
  const targets = [...agents.values()]
    .filter((agent) => agent.agentId !== me && isAllowed(call, { kind: 'agent', agentId: agent.agentId }, me, agents))
    .sort((a, b) => a.name.localeCompare(b.name));
  const parked = call.state === 'parked';
  return (
    <>
      {isAllowed(call, { kind: 'lot' }, me, agents) && <Item text="Park" run={() => park(call.callSid)} />}
      {parked && <Item text="Take the call" run={() => retrieve(me, call.callSid, me)} />}
      {targets.length > 0 && <Menu.Label className="menu-label">Hand to</Menu.Label>}
      {targets.map((agent) => (
        <Item
          key={agent.agentId}
          text={agent.name}
          run={() => (parked ? retrieve(me, call.callSid, agent.agentId) : transfer(call.callSid, agent.agentId))}
        />
      ))}
      {!parked && targets.length === 0 && <Menu.Label className="menu-label">Nobody else is free</Menu.Label>}
      {mayHangUp && (
        <>
          <Menu.Separator className="menu-line" />
          <Item text={parked ? 'Remove: end the call' : 'Hang up'} danger run={() => hangUp(call.callSid)} />
        </>
      )}
    </>
  );
}

function Item({ text, run, danger = false }: { text: string; run: () => Promise<void>; danger?: boolean }) {
  return (
    <Menu.Item className={danger ? 'menu-item danger' : 'menu-item'} onSelect={() => void run()}>
      {text}
    </Menu.Item>
  );
}
