"""The road: arrivals in batches, each batch one transaction of first sight, rules, records, facts and effects."""
