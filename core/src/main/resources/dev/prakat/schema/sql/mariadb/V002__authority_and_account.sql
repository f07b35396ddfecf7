-- Items: where they come from, what their form says, what was erased.

-- The journal: heads of subjects, notifications.

-- Approval: events of a run, tasks, findings, waivers, checks.

insert into prakat_schema_version (version, name) values (2, 'V002__authority_and_account');
