-- Items: where they come from, what their form says, what was erased.

-- The journal: heads of subjects, notifications.
-- Every event knows its place in the account of its subject and the hash that chains it to the one before. What a person
-- wrote stands apart, so that an order can erase it and leave its hash.
alter table prakat_revision add column erased_at timestamp(6) with time zone;
alter table prakat_revision add column erasure_order varchar(100);
alter table prakat_revision add column erasure_official varchar(200);
alter table prakat_event add column position integer not null;
alter table prakat_event add column words character large object;
alter table prakat_event add column words_salt varchar(32);
alter table prakat_event add column words_hash varchar(64);
alter table prakat_event add column hash varchar(64) not null;
create index prakat_event_position on prakat_event (subject, position);

-- How many events a subject has, and the hash of the last: a row that is dropped is missed, the last one too.
create table prakat_subject (
  subject varchar(110) not null primary key,
  events integer not null,
  hash varchar(64) not null,
  version integer not null
);

-- What the host's listeners are still to be told, and what they were told lately.
create table prakat_notification (
  sequence_no bigint generated always as identity primary key,
  id varchar(36) not null unique,
  subject varchar(110) not null,
  type varchar(60) not null,
  happened_at timestamp(6) with time zone not null,
  officer varchar(80) not null,
  addressees character large object not null,
  details character large object not null,
  next_attempt_at timestamp(6) with time zone,
  attempts integer not null,
  last_problem varchar(2000),
  delivered_at timestamp(6) with time zone,
  claim_token varchar(36),
  claim_until timestamp(6) with time zone
);
create index prakat_notification_due on prakat_notification (next_attempt_at);
create index prakat_notification_subject on prakat_notification (subject, sequence_no);
create index prakat_notification_delivered on prakat_notification (delivered_at);

-- Approval: events of a run, tasks, findings, waivers, checks.

insert into prakat_schema_version (version, name) values (2, 'V002__authority_and_account');
