-- Unscoped by nature (ADR 0010): the operations page names stuck cases by their ids only.
create view case_in_engine as select instance_id, diagram, subject from process_case;
