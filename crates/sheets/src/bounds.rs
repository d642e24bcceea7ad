//! How much of a spreadsheet is read before it is refused.

/// Limits that keep a hostile or mistaken file from taking the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of the file as it comes.
    pub bytes: usize,
    /// Bytes of a workbook once unpacked: an XLSX file is a zip archive.
    pub unpacked: u64,
    /// Rows, the heading included.
    pub rows: usize,
    /// Columns of one row.
    pub columns: usize,
    /// Bytes of one cell.
    pub cell: usize,
}

impl Bounds {
    /// For a file that its owner reads on their own machine: a million people fit.
    #[must_use]
    pub const fn local() -> Self {
        Self { bytes: 512 << 20, unpacked: 1 << 30, rows: 2_000_000, columns: 1_000, cell: 100_000 }
    }

    /// For a file that somebody uploads to a shared server.
    #[must_use]
    pub const fn upload() -> Self {
        Self { bytes: 16 << 20, unpacked: 128 << 20, rows: 100_000, columns: 500, cell: 50_000 }
    }
}
