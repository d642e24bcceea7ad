//! How far each person came, and what that adds up to.

use crate::{Share, shown};

/// How far one person came. Each step counts only when those before it do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one step of the funnel")]
pub struct Path {
    /// Sent their registration.
    pub applied: bool,
    /// Was accepted into the programme.
    pub approved: bool,
    /// Was brought together with somebody.
    pub matched: bool,
    /// The relationship began.
    pub began: bool,
    /// They met at least once.
    pub met: bool,
    /// Says in the newest check-in that it goes well (4 or 5 of 5).
    pub well: bool,
}

/// One step of the funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// The key of its name; its definition's key ends in `-means`.
    pub key: &'static str,
    /// Its share of the one denominator; none when it must stay hidden or there is nobody.
    pub share: Option<Share>,
}

/// A stage's key, and whether somebody came that far.
type Step = (&'static str, fn(&Path) -> bool);

/// The funnel of some people. With `least`, cells smaller than it and those that would give them
/// away stay hidden.
#[must_use]
pub fn stages(paths: &[Path], least: Option<u32>) -> Vec<Stage> {
    let steps: [Step; 7] = [
        ("funnel-invited", |_| true),
        ("funnel-applied", |p| p.applied),
        ("funnel-approved", |p| p.approved),
        ("funnel-matched", |p| p.matched),
        ("funnel-began", |p| p.began),
        ("funnel-met", |p| p.met),
        ("funnel-well", |p| p.well),
    ];
    let mut left: Vec<&Path> = paths.iter().collect();
    let of = count(&left);
    steps
        .into_iter()
        .map(|(key, holds)| {
            left.retain(|path| holds(path));
            let visible = least.is_none_or(|least| shown(count(&left), of, least));
            Stage { key, share: Share::new(count(&left), of).filter(|_| visible) }
        })
        .collect()
}

fn count(paths: &[&Path]) -> u32 {
    u32::try_from(paths.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(stages: &[Stage]) -> Vec<Option<u32>> {
        stages.iter().map(|s| s.share.map(|s| s.count)).collect()
    }

    #[test]
    fn each_step_counts_only_who_took_those_before() {
        let applied = Path { applied: true, ..Path::default() };
        // Met without being matched here: an import's oddity that must not widen the funnel.
        let odd = Path { applied: true, met: true, ..Path::default() };
        let got = counts(&stages(&[Path::default(), applied, odd], None));
        assert_eq!(got, [Some(3), Some(2), Some(0), Some(0), Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn small_cells_stay_hidden_from_those_who_may_not_see_persons() {
        let applied = Path { applied: true, ..Path::default() };
        let mut paths = vec![applied; 17];
        paths.extend([Path::default(); 3]);
        assert_eq!(counts(&stages(&paths, Some(5)))[..2], [Some(20), None]);
    }

    #[test]
    fn an_empty_programme_has_no_percentages() {
        assert!(stages(&[], None).iter().all(|s| s.share.is_none()));
    }
}
