//! An independent checker of matching certificates. Shares no code with the solver.
