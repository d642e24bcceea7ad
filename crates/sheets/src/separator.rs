//! Which character stands between the cells.

use crate::separated::Cursor;

const CANDIDATES: [char; 4] = [',', ';', '\t', '|'];
const SAMPLED: usize = 50;

/// The separator, and where the text begins once a `sep=;` line of a spreadsheet program is passed.
pub(crate) fn find(text: &str) -> (char, usize) {
    if let Some(named) = named(text) {
        return named;
    }
    let text = beginning(text);
    let best = CANDIDATES.iter().rev().max_by_key(|&&separator| agreement(text, separator));
    (best.copied().unwrap_or(','), 0)
}

/// Enough to decide on: a line of a gigabyte must not be searched once for each candidate.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(256 << 10)]
}

fn named(text: &str) -> Option<(char, usize)> {
    let line = text.lines().next()?;
    let separator = line.strip_prefix("sep=")?.chars().next()?;
    CANDIDATES.contains(&separator).then(|| (separator, line.len().min(text.len())))
}

/// How well the rows agree on a number of cells above one: the share of rows that have the most
/// usual number, in fifths, then that number.
fn agreement(text: &str, separator: char) -> (usize, usize) {
    let widths: Vec<_> = Cursor::new(text, separator).widths().take(SAMPLED).collect();
    let usual = widths
        .iter()
        .copied()
        .filter(|&width| width > 1)
        .max_by_key(|&width| (widths.iter().filter(|&&other| other == width).count(), width));
    let Some(usual) = usual else { return (0, 0) };
    let agreeing = widths.iter().filter(|&&width| width == usual).count();
    (1 + agreeing * 5 / widths.len().max(1), usual)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_separator_is_what_the_rows_agree_on() {
        assert_eq!(find("name,offers\nAnn,a;b;c\nBo,d\nCy,e;f\n").0, ',');
        assert_eq!(find("name;offers\nAnn;a, b, c\nBo;d\nCy;e, f\n").0, ';');
        assert_eq!(find("name\toffers\nAnn\ta, b; c\n").0, '\t');
        assert_eq!(find("name\nAnn\n").0, ',');
        assert_eq!(find("Sign-ups, autumn\nname;email;role\nAnn;a@b.c;mentor\n").0, ';');
        assert_eq!(find("name,wants\nAnn,\"x;y;z\nq;r\"\nBo,\"x;y;z\"\n").0, ',');
        assert_eq!(find("sep=;\nname;a,b,c\n"), (';', 5));
    }
}
