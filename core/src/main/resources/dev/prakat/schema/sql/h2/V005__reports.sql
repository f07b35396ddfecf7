-- Reports to superiors: what was submitted, with its figures as they were then, and what the superior ordered.
create table prakat_report (
  id varchar(80) not null primary key,
  kind varchar(20) not null,
  period varchar(50) not null,
  from_on date not null,
  until_on date not null,
  due_on date not null,
  status varchar(20) not null,
  problems character large object not null,
  obstacles character large object not null,
  suggestions character large object not null,
  figures character large object,
  figures_hash varchar(64),
  drafted_at timestamp(6) with time zone not null,
  drafted_by varchar(80) not null,
  submitted_at timestamp(6) with time zone,
  submitted_by varchar(80),
  late_days integer not null,
  corrected_at timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  acknowledged_by varchar(80),
  note character large object not null,
  version integer not null
);
create index prakat_report_until on prakat_report (until_on, id);

create table prakat_report_order (
  id varchar(90) not null primary key,
  report_id varchar(80) not null references prakat_report (id),
  number integer not null,
  words varchar(4000) not null,
  unit varchar(80) not null,
  due_on date,
  ordered_at timestamp(6) with time zone not null,
  ordered_by varchar(80) not null,
  done_at timestamp(6) with time zone,
  done_by varchar(80),
  done_how varchar(4000) not null,
  version integer not null
);
create index prakat_report_order_of on prakat_report_order (report_id, number);

-- What an officer said of an entry of a checklist: which item shows it, or why it does not apply.
create table prakat_checklist_mark (
  id varchar(130) not null primary key,
  list varchar(60) not null,
  entry varchar(60) not null,
  item_id varchar(40),
  reason varchar(1000) not null,
  marked_at timestamp(6) with time zone not null,
  marked_by varchar(80) not null,
  version integer not null
);
create index prakat_checklist_mark_list on prakat_checklist_mark (list, entry);

-- Reports read what happened within a time.
create index prakat_event_happened on prakat_event (happened_at, sequence_no);
create index prakat_act_decided on prakat_act (decided_at, id);

insert into prakat_schema_version (version, name) values (5, 'V005__reports');
