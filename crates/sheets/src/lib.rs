//! Messy spreadsheets in (CSV, XLSX), clean rows with their places out; and out again.
