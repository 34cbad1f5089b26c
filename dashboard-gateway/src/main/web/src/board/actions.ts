import { click, Problem, send } from '../api/http';
import type { Availability } from '../api/types';
import { pickUp } from '../softphone/phone';
import { toast } from '../parts/toasts';
import { nameOf } from './fold';
import { currentView, pendingKey, whilePending } from './store';

interface Decided {
  sequence: number;
}

/** What a refusal means to who clicked; the gateway's own words where there are none better. */
function say(problem: unknown): void {
  if (!(problem instanceof Problem)) {
    throw problem;
  }
  const winner = problem.claimedBy === null ? null : nameOf(currentView().board.agents, problem.claimedBy);
  if (problem.reason === 'already-claimed' && winner !== null) {
    toast(`${winner} answered this call`);
  } else if (problem.reason === 'call-ended') {
    toast('The caller has hung up');
  } else {
    toast(problem.message, 'trouble');
  }
}

async function decide(what: string, callSid: string, body?: unknown): Promise<boolean> {
  try {
    const path = `/api/calls/${encodeURIComponent(callSid)}/${what}`;
    return (await whilePending(pendingKey(what, callSid), () => click<Decided>(path, body))) !== null;
  } catch (problem) {
    say(problem);
    return false;
  }
}

/** Claims the call, and has the device pick up. */
export async function answer(me: string, callSid: string): Promise<void> {
  if (await decide('claim', callSid)) {
    pickUp(me, callSid);
  }
}

export async function decline(callSid: string): Promise<void> {
  await decide('decline', callSid);
}

export async function park(callSid: string): Promise<void> {
  await decide('park', callSid);
}

export async function hangUp(callSid: string): Promise<void> {
  await decide('hang-up', callSid);
}

/** Takes a parked call, or hands it to somebody. */
export async function retrieve(me: string, callSid: string, target: string): Promise<void> {
  if ((await decide('retrieve', callSid, { agentId: target })) && target === me) {
    pickUp(me, callSid);
  }
}

export async function transfer(callSid: string, target: string): Promise<void> {
  await decide('transfer', callSid, { agentId: target });
}

/** Says it of oneself, or a supervisor of somebody. */
export async function setAvailability(me: string, agentId: string, status: Availability): Promise<void> {
  const path = agentId === me ? '/api/me/availability' : `/api/agents/${encodeURIComponent(agentId)}/availability`;
  try {
    await whilePending(pendingKey('availability', agentId), () => send<Decided>('PUT', path, { status }));
  } catch (problem) {
    say(problem);
  }
}
