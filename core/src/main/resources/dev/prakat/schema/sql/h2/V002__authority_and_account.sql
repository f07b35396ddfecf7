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
alter table prakat_attachment alter column name varchar(240) not null;

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

-- The journal: heads of subjects, notifications.

-- Approval: events of a run, tasks, findings, waivers, checks.

insert into prakat_schema_version (version, name) values (2, 'V002__authority_and_account');
