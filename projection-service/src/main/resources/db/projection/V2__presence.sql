-- Whether agents are there, besides what they say. Who was on the board before heartbeats were heard is unproven.
alter table agents
    add column presence     text not null default 'unproven',
    add column missed_rings int  not null default 0;

alter table agents
    alter column presence     drop default,
    alter column missed_rings drop default;
