-- The past at hand: what each call came to, every event of it, and which messages are dealt with.
--
-- Rows from before this version lack what is new here, and the log has it. So all tables begin anew, and are filled from there.
truncate positions, agents, calls, active_calls, parked_calls, queue_entries, call_claims, ring_events, voicemails,
    agent_sessions, routing_settings;

-- nobody: no agent ever talked to the caller, and they left no message; answered: somebody talked to them; voicemail: they left
-- a message, whatever was before. As long as the call lives it is what has been reached so far.
alter table calls
    add column reached text not null;

-- Of two things that happened in one millisecond the sequence says which came first.
alter table call_claims
    add column released_sequence bigint;

create index calls_ended_by_reached on calls (workspace, reached, received_at) where ended_at is not null;
create index calls_to on calls (workspace, to_number, received_at);
create index voicemails_told_at on voicemails (workspace, (least(recorded_at, transcribed_at)), recording_sid);
create index call_claims_agent on call_claims (workspace, agent_id, call_sid) where granted;

-- Every event of every call, and each answer to a command about it, as the log has it; what is personal is sealed.
create table call_events (
    workspace  text        not null,
    call_sid   text        not null,
    sequence   bigint      not null,
    at         timestamptz not null,
    type       text        not null,
    -- What it answers, and which part of the answer it is.
    command    text        not null,
    command_id text        not null,
    actor_kind text        not null,
    actor_id   text        not null,
    position   int         not null,
    size       int         not null,
    -- Not jsonb: that would not take the log's words with every character in them.
    event      json        not null,
    primary key (workspace, call_sid, sequence)
);

-- Messages that somebody has dealt with; the first who said so counts.
create table voicemail_completions (
    workspace     text        not null,
    recording_sid text        not null,
    call_sid      text        not null,
    sequence      bigint      not null,
    completed_by  text        not null,
    completed_at  timestamptz not null,
    primary key (workspace, recording_sid)
);

-- Three questions that operations staff ask.

-- Who holds what now?
create view held_now as
select workspace, call_sid, agent_id, kind, requested_by, at as held_since, answered_at
from call_claims
where granted and repeats is null and released_at is null;

-- What happened around this call? Attempts to get it and what its phones did, by time.
create view around_call as
select workspace, call_sid, sequence, at, coalesce(agent_id, requested_by) as agent_id,
       case when not granted then 'refused ' || kind
            when repeats is not null then 'repeated ' || kind
            else 'granted ' || kind end as what,
       refused_because as because, claimed_by as had_by
from call_claims
union all
select workspace, call_sid, released_sequence, released_at, agent_id, 'released', released_because, null
from call_claims
where released_at is not null
union all
select workspace, call_sid, sequence, at, agent_id, 'phone ' || what, reason, null
from ring_events;

-- Were there ever two winners? A grant while somebody else held the call, unless its holder was the one who handed it on. There
-- must never be a row.
create view two_winners as
select first.workspace, first.call_sid, first.agent_id as first_agent_id, first.sequence as first_sequence,
       second.agent_id as second_agent_id, second.sequence as second_sequence, second.at
from call_claims first
join call_claims second using (workspace, call_sid)
where first.granted and first.repeats is null
  and second.granted and second.repeats is null
  and second.sequence > first.sequence
  and second.agent_id <> first.agent_id
  and (first.released_sequence is null or first.released_sequence > second.sequence)
  and not (second.kind = 'transfer' and second.requested_by = first.agent_id);
