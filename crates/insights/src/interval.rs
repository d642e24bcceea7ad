//! A percentage that says how sure it is.

/// A share of some people: never shown without its denominator and interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub of: u32,
    /// Per cent, 0 to 100.
    pub percent: f64,
    /// The lower end of the 95 % interval, per cent.
    pub low: f64,
    /// The upper end of the 95 % interval, per cent.
    pub high: f64,
}

/// The normal quantile for 95 %.
const Z: f64 = 1.959_963_985;

impl Share {
    /// The share with its Wilson score interval, which stays between 0 and 100 and is honest for
    /// small numbers (E. B. Wilson, 1927). None of nobody has no share.
    #[must_use]
    pub fn new(count: u32, of: u32) -> Option<Self> {
        if of == 0 || count > of {
            return None;
        }
        let (n, p) = (f64::from(of), f64::from(count) / f64::from(of));
        let scale = 1.0 + Z * Z / n;
        let middle = (p + Z * Z / (2.0 * n)) / scale;
        let half = Z / scale * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some(Self {
            count,
            of,
            percent: p * 100.0,
            low: ((middle - half) * 100.0).max(0.0),
            high: ((middle + half) * 100.0).min(100.0),
        })
    }
}

/// Whether a count may be shown to somebody who must not recognise a person by it: neither it nor
/// what is left of the whole is one to four (or fewer than `least`).
#[must_use]
pub fn shown(count: u32, of: u32, least: u32) -> bool {
    let fine = |n: u32| n == 0 || n >= least;
    of >= least && fine(count) && fine(of.saturating_sub(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // 8 of 10: 49.0 to 94.3, as tabulated for the Wilson score interval.
        let share = Share::new(8, 10).expect("a share");
        assert!((share.low - 49.0).abs() < 0.1 && (share.high - 94.3).abs() < 0.1, "{share:?}");
        assert_eq!(Share::new(0, 0), None);
        let none = Share::new(0, 20).expect("a share");
        assert!(none.low.abs() < 1e-9 && none.high > 10.0);
    }

    #[test]
    fn no_cell_under_five_and_none_that_follows_from_the_rest() {
        assert!(shown(5, 10, 5) && shown(0, 10, 5) && shown(10, 10, 5));
        assert!(!shown(4, 20, 5) && !shown(17, 20, 5) && !shown(2, 4, 5));
    }
}
