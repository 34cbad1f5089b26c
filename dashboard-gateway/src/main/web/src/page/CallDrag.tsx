import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  pointerWithin,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { AgentView, CallView } from '../api/types';
import { park, retrieve, transfer } from '../board/actions';
import { nameOf } from '../board/fold';
import { currentView, useView } from '../board/store';
import { idOf, isAllowed, isMovable, targetOf, type Target } from '../board/targets';
import { callerOf } from '../parts/format';

/** Where the call that is being dragged may be put down, by {@link idOf}; null while none is. */
const Allowed = createContext<ReadonlySet<string> | null>(null);

/** Pixels that a pointer moves before a click becomes a drag. */
const DRAG_DISTANCE = 6;

const underPointer: CollisionDetection = (args) => {
  const within = pointerWithin(args);
  return within.length > 0 || args.pointerCoordinates !== null ? within : closestCenter(args);
};

/** Arrows go from one allowed target to the next. */
const nextTarget: KeyboardCoordinateGetter = (event, { context }) => {
  const step = event.code === 'ArrowRight' || event.code === 'ArrowDown' ? 1 : event.code === 'ArrowLeft' || event.code === 'ArrowUp' ? -1 : 0;
  if (step === 0) {
    return undefined;
  }
  event.preventDefault();
  const allowed = [...context.droppableContainers.getEnabled()]
    .map((container) => ({ id: String(container.id), rect: context.droppableRects.get(container.id) }))
    .filter((each) => each.rect !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const now = allowed.findIndex((each) => each.id === String(context.over?.id));
  const next = allowed[(Math.max(now, step > 0 ? -1 : 0) + step + allowed.length) % allowed.length];
  const drag = context.collisionRect;
  if (next?.rect === undefined || drag === null) {
    return undefined;
  }
  return {
    x: next.rect.left + next.rect.width / 2 - drag.width / 2,
    y: next.rect.top + next.rect.height / 2 - drag.height / 2,
  };
};

/** The same objects each time: with other ones dnd-kit has every card painted anew whenever anything on the board changes. */
const BY_POINTER = { activationConstraint: { distance: DRAG_DISTANCE } };
const BY_KEYS = { coordinateGetter: nextTarget };

/** Brings calls from hand to hand: one's own to the lot or to a colleague, a parked one to oneself or to a colleague. */
export function CallDrag({ me, children }: { me: string; children: ReactNode }) {
  const [callSid, setCallSid] = useState<string | null>(null);
  const call = useView((view) => (callSid === null ? null : (view.board.calls.get(callSid) ?? null)));
  const agents = useView((view) => (callSid === null ? null : view.board.agents));
  const allowed = useMemo(() => (call === null || agents === null ? null : targetsOf(call, me, agents)), [call, me, agents]);
  const sensors = useSensors(useSensor(PointerSensor, BY_POINTER), useSensor(KeyboardSensor, BY_KEYS));
  const announcements = useMemo<Announcements>(
    () => ({
      onDragStart: ({ active }) => `${nameOfCall(String(active.id))} taken up. Arrows choose where to.`,
      onDragOver: ({ over }) => (over === null ? 'Nowhere' : `Over ${nameOfTarget(targetOf(String(over.id)))}`),
      onDragEnd: ({ over }) => (over === null ? 'Put back' : `Put down at ${nameOfTarget(targetOf(String(over.id)))}`),
      onDragCancel: () => 'Put back',
    }),
    [],
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={{ announcements }}
      onDragStart={({ active }) => setCallSid(String(active.id))}
      onDragCancel={() => setCallSid(null)}
      onDragEnd={({ active, over }) => {
        setCallSid(null);
        if (over !== null) {
          void bring(String(active.id), targetOf(String(over.id)), me);
        }
      }}
    >
      <Allowed.Provider value={allowed}>{children}</Allowed.Provider>
      <DragOverlay dropAnimation={null}>{call !== null && <div className="dragged">{callerOf(call)}</div>}</DragOverlay>
    </DndContext>
  );
}

function targetsOf(call: CallView, me: string, agents: ReadonlyMap<string, AgentView>): ReadonlySet<string> {
  const all: Target[] = [{ kind: 'lot' }, ...[...agents.keys()].map((agentId) => ({ kind: 'agent', agentId }) as const)];
  return new Set(all.filter((target) => isAllowed(call, target, me, agents)).map(idOf));
}

/** By the board as it is now: the call may have gone while it was dragged. */
async function bring(callSid: string, target: Target, me: string): Promise<void> {
  const { board } = currentView();
  const call = board.calls.get(callSid);
  if (call === undefined || !isAllowed(call, target, me, board.agents)) {
    return;
  }
  if (target.kind === 'lot') {
    await park(callSid);
  } else if (call.state === 'parked') {
    await retrieve(me, callSid, target.agentId);
  } else {
    await transfer(callSid, target.agentId);
  }
}

function nameOfCall(callSid: string): string {
  const call = currentView().board.calls.get(callSid);
  return call === undefined ? 'The call' : `The call of ${callerOf(call)}`;
}

function nameOfTarget(target: Target): string {
  return target.kind === 'lot' ? 'the parking lot' : nameOf(currentView().board.agents, target.agentId);
}

/** What one takes a call up by; nothing where it may not be moved. */
export function Handle({ call, me }: { call: CallView; me: string }) {
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: call.callSid,
    attributes: { roleDescription: 'call that can be moved' },
  });
  if (!isMovable(call, me)) {
    return null;
  }
  return (
    <button
      type="button"
      ref={setNodeRef}
      className="handle"
      {...attributes}
      {...listeners}
      aria-label={`Move the call of ${callerOf(call)}`}
      aria-pressed={isDragging}
      data-drag
    >
      <span aria-hidden="true">⠿</span>
    </button>
  );
}

/** A place to put calls down: lit while one is dragged that may go there. */
export function useDropTarget(target: Target): { setNodeRef: (element: HTMLElement | null) => void; className: string } {
  const targets = useContext(Allowed);
  const id = idOf(target);
  const allowed = targets?.has(id) ?? false;
  const { setNodeRef, isOver } = useDroppable({ id, disabled: !allowed });
  return { setNodeRef, className: allowed ? (isOver ? 'target over' : 'target') : targets === null ? '' : 'no-target' };
}
