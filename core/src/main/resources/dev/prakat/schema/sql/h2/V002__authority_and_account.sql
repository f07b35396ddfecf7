-- Items: where they come from, what their form says, what was erased.
alter table prakat_revision add column category varchar(60) default '' not null;
alter table prakat_revision add column origin_hash varchar(64) default '' not null;
alter table prakat_revision add column source varchar(60) default 'INTERNAL' not null;
alter table prakat_revision add column letter_received varchar(100);
alter table prakat_revision add column letter_number varchar(100);
alter table prakat_revision add column letter_on date;
alter table prakat_revision add column letter_agency varchar(300);
alter table prakat_revision add column letter_signatory varchar(300);
alter table prakat_revision add column letter_post varchar(300);
alter table prakat_revision add column scan_name varchar(240);
alter table prakat_revision add column scan_media_type varchar(100);
alter table prakat_revision add column scan_bytes bigint;
alter table prakat_revision add column scan_sha256 varchar(64);
alter table prakat_revision add column provider_name varchar(300);
alter table prakat_revision add column provider_on date;
alter table prakat_revision add column pdpa_basis varchar(100);
alter table prakat_revision add column pdpa_purpose varchar(1000);
alter table prakat_revision add column pdpa_subjects varchar(300);
alter table prakat_revision add column pdpa_redacted boolean;
update prakat_revision r set category = (select i.category from prakat_item i where i.id = r.item_id);

create table prakat_field (
  id varchar(130) not null primary key,
  revision_id varchar(60) not null references prakat_revision (id),
  field_id varchar(60) not null,
  field_value varchar(4000) not null
);
create index prakat_field_revision on prakat_field (revision_id);
create index prakat_item_unit on prakat_item (owner_unit, created_at desc, id desc);
create index prakat_item_category on prakat_item (category, created_at desc, id desc);
create index prakat_item_state on prakat_item (state, created_at desc, id desc);

-- Items: an end earlier than the approved one, which needs no approval.
create table prakat_shortening (
  id varchar(110) not null primary key,
  item_id varchar(40) not null references prakat_item (id),
  target varchar(60) not null,
  closes_at timestamp(6) with time zone not null,
  reason varchar(4000) not null,
  officer varchar(80) not null,
  shortened_at timestamp(6) with time zone not null
);
create index prakat_shortening_item on prakat_shortening (item_id);
alter table prakat_item add column approved_category varchar(60);

-- The journal: heads of subjects, notifications.

-- By which order the content of a revision was erased.
alter table prakat_revision add column erased_at timestamp(6) with time zone;
alter table prakat_revision add column erasure_order varchar(100);
alter table prakat_revision add column erasure_official varchar(200);
create index prakat_attachment_sha256 on prakat_attachment (sha256);

-- The bytes of files that an order erased: to be deleted, deleted, or kept because another revision has the same.
create table prakat_erased_file (
  sha256 varchar(64) not null primary key,
  erasure_order varchar(100) not null,
  ordered_at timestamp(6) with time zone not null,
  state varchar(20) not null
);

-- Every event knows its place in the account of its subject and the hash that chains it to the one before. What a person
-- wrote stands apart, so that an order can erase it and leave its hash.
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

-- Approval: what was done in each step, whose task a case is, what screening found, reminders, checks of the site.
alter table prakat_decision rename to prakat_act;
alter table prakat_act add column choice varchar(100);
alter table prakat_act add column unit varchar(80) default '' not null;
alter table prakat_act add column posts varchar(1000) default '' not null;
alter table prakat_act add column order_number varchar(100);
alter table prakat_act add column due_at timestamp(6) with time zone;
alter table prakat_act add column agrees boolean default true not null;
alter table prakat_act add column moved boolean default true not null;

alter table prakat_case add column source varchar(20) default 'INTERNAL' not null;
alter table prakat_case add column category varchar(60) default '' not null;
alter table prakat_case add column owner_unit varchar(80) default '' not null;
alter table prakat_case add column author varchar(80) default '' not null;
alter table prakat_case add column resubmits varchar(60);
alter table prakat_case add column assigned_unit varchar(80);
alter table prakat_case add column assigned_officer varchar(80);
alter table prakat_case add column publisher varchar(80);
alter table prakat_case add column step_began_at timestamp(6) with time zone;
alter table prakat_case add column step_soft boolean default false not null;
alter table prakat_case add column escalated_step varchar(60);

-- Who may find an open case among the tasks; rows go when its step is over.
create table prakat_task_key (
  id varchar(300) not null primary key,
  case_id varchar(60) not null references prakat_case (id),
  task_key varchar(200) not null,
  due_at timestamp(6) with time zone,
  submitted_at timestamp(6) with time zone not null
);
create index prakat_task_key_found on prakat_task_key (task_key, due_at, submitted_at, case_id);
create index prakat_task_key_case on prakat_task_key (case_id);

create table prakat_case_finding (
  id varchar(80) not null primary key,
  case_id varchar(60) not null references prakat_case (id),
  position integer not null,
  kind varchar(40) not null,
  action varchar(20) not null,
  place varchar(300) not null,
  line_no integer not null,
  column_no integer not null,
  masked varchar(300) not null,
  waived_by varchar(80),
  waived_at timestamp(6) with time zone,
  waiver varchar(4000)
);
create index prakat_case_finding_case on prakat_case_finding (case_id);

create table prakat_reminder (
  id varchar(150) not null primary key,
  item_id varchar(40) not null references prakat_item (id),
  target varchar(60) not null,
  kind varchar(30) not null,
  days_left integer not null,
  last_day date not null,
  due_on date not null,
  reminded_at timestamp(6) with time zone
);
create index prakat_reminder_due on prakat_reminder (reminded_at, due_on);
create index prakat_reminder_item on prakat_reminder (item_id);

create table prakat_site_check (
  id varchar(40) not null primary key,
  duty varchar(60) not null,
  unit varchar(80) not null,
  officer varchar(80) not null,
  checked_at timestamp(6) with time zone not null,
  note varchar(4000) not null
);
create index prakat_site_check_last on prakat_site_check (duty, unit, checked_at);

create table prakat_site_error (
  id varchar(40) not null primary key,
  check_id varchar(40) references prakat_site_check (id),
  item_id varchar(40),
  category varchar(60) not null,
  owner_unit varchar(80) not null,
  place varchar(2000) not null,
  message varchar(4000) not null,
  found_by varchar(80) not null,
  found_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  fixed_by varchar(80),
  fixed_at timestamp(6) with time zone,
  fixed_how varchar(4000),
  reported_by varchar(80),
  reported_at timestamp(6) with time zone,
  reported_what varchar(4000),
  closed boolean not null,
  escalated boolean not null,
  version integer not null
);
create index prakat_site_error_open on prakat_site_error (closed, due_at);

insert into prakat_schema_version (version, name) values (2, 'V002__authority_and_account');
