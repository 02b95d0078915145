//! Constructions, one test each, on sentences of no report.
