//! The matching engine: a question about numbered people in; answer, reasons and certificate out.
