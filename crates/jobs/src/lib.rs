//! Clock, chance, the durable queue, the schedule and the facts.
