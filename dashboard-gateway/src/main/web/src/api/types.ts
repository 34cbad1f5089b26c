/** The gateway's JSON, as docs/api.md describes it. */

export type Role = 'agent' | 'supervisor' | 'operator';
export type Availability = 'available' | 'away' | 'offline';
export type AgentState = 'available' | 'away' | 'offline' | 'ringing' | 'reserved' | 'on-call';
export type Presence = 'unproven' | 'disconnected' | 'without-device' | 'connected';
export type CallState = 'ringing' | 'active' | 'parked' | 'transferring' | 'voicemail' | 'ending';

export interface Me {
  agentId: string;
  name: string;
  role: Role;
  workspace: string;
}

export interface AgentView {
  agentId: string;
  name: string;
  role: Role;
  state: AgentState;
  availability: Availability;
  reason?: string;
  presence: Presence;
  readiness: number;
  freeCapacity: number;
  callSids: string[];
  offeredCallSids: string[];
  reservedCallSids: string[];
  since: string;
}

export interface CallView {
  callSid: string;
  state: CallState;
  from: string | null;
  fromName: string | null;
  to: string;
  agentId: string | null;
  offeredTo: string[];
  declinedBy: string[];
  since: string;
  receivedAt: string;
  answeredAt: string | null;
  connecting: boolean;
  parkedBy: string | null;
  parkedAt: string | null;
  forgotten: boolean;
  transferredBy: string | null;
  step: number;
  callControlFailed?: { errorCode?: number; detail?: string };
}

export interface BoardView {
  workspace: string;
  sequence: number;
  agents: AgentView[];
  calls: CallView[];
  parked: CallView[];
  queue: CallView[];
}

/** An event of the stream: the event's own fields, and what it changed on the board. */
export interface StreamEvent {
  workspace: string;
  sequence: number;
  type: string;
  at: string;
  callSid?: string;
  agentId?: string;
  agentIds?: string[];
  claimedBy?: string;
  reason?: string;
  calls: CallView[];
  gone: string[];
  agents: AgentView[];
}

export type Outcome = 'live' | 'answered' | 'voicemail' | 'missed';

export interface PastCall {
  callSid: string;
  outcome: Outcome;
  state: string;
  from: string | null;
  fromName: string | null;
  to: string;
  agentId: string | null;
  receivedAt: string;
  answeredAt: string | null;
  answeredBy: string[];
  endedAt: string | null;
  endReason: string | null;
}

export interface CallsPage {
  calls: PastCall[];
  next: string | null;
}

export interface TimelineEntry {
  sequence: number;
  at: string;
  type: string;
  text: string;
  request: { command: string; text: string; actor: { kind: string; id: string } };
  position: number;
  size: number;
  lostByMillis?: number;
  asksTwilio?: string;
}

export interface Timeline {
  call: PastCall | null;
  events: TimelineEntry[];
}

export interface Message {
  recordingSid: string;
  callSid: string;
  from: string | null;
  fromName: string | null;
  to: string | null;
  at: string;
  durationSeconds: number | null;
  transcriptionStatus: 'completed' | 'failed' | null;
  text: string | null;
  recording: string | null;
  done: boolean;
  completedBy: string | null;
  completedAt: string | null;
}

export interface MessagesPage {
  voicemails: Message[];
  next: string | null;
}

export interface VoiceToken {
  token: string;
  identity: string;
  expiresAt: string;
  deviceUrl: string | null;
}
