//! The one place where time, chance and identity come in.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use rand::{RngCore as _, SeedableRng as _, rngs::StdRng};

/// Time, chance and identity. Cheap to clone; clones share the clock and the chance.
#[derive(Debug, Clone)]
pub struct Seam {
    clock: Clock,
    chance: Arc<Mutex<StdRng>>,
}

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock, moved by so many milliseconds (0 outside of the demo).
    System(Arc<AtomicI64>),
    /// A clock that a test owns.
    Set(Arc<AtomicI64>),
}

impl Seam {
    /// The machine's time and its entropy.
    #[must_use]
    pub fn real() -> Self {
        Self {
            clock: Clock::System(Arc::default()),
            chance: Arc::new(Mutex::new(StdRng::from_os_rng())),
        }
    }

    /// A seam that a test owns: the same calls give the same values.
    #[must_use]
    pub fn fixed(now: Timestamp, seed: u64) -> Self {
        Self {
            clock: Clock::Set(Arc::new(AtomicI64::new(now.as_millisecond()))),
            chance: Arc::new(Mutex::new(StdRng::seed_from_u64(seed))),
        }
    }

    /// Now, to the millisecond.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let millis = match &self.clock {
            Clock::System(moved) => {
                #[expect(clippy::disallowed_methods, reason = "this is the seam")]
                let now = Timestamp::now().as_millisecond();
                now.saturating_add(moved.load(Ordering::SeqCst))
            }
            Clock::Set(at) => at.load(Ordering::SeqCst),
        };
        Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
    }

    /// Now, as the database keeps it: milliseconds since 1970, UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// Moves the clock. Tests and the demo only.
    pub fn travel(&self, by: SignedDuration) {
        let (Clock::System(at) | Clock::Set(at)) = &self.clock;
        at.fetch_add(i64::try_from(by.as_millis()).unwrap_or(0), Ordering::SeqCst);
    }

    /// A new identity: a UUID of version 7, so that ids sort by the time they were made.
    #[must_use]
    pub fn id(&self) -> String {
        let mut random = [0_u8; 10];
        self.fill(&mut random);
        let millis = u64::try_from(self.now_ms()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string()
    }

    /// A secret of 256 bits for links and cookies, in hexadecimal.
    #[must_use]
    pub fn secret(&self) -> String {
        let mut random = [0_u8; 32];
        self.fill(&mut random);
        random.iter().fold(String::with_capacity(64), |mut text, byte| {
            use std::fmt::Write as _;
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// A random number, as a seed for what must be replayable.
    #[must_use]
    pub fn seed(&self) -> u64 {
        let mut random = [0_u8; 8];
        self.fill(&mut random);
        u64::from_le_bytes(random)
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.chance.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_seam_repeats_itself_and_travels() {
        let [a, b] = [0, 0].map(|_| Seam::fixed(Timestamp::UNIX_EPOCH, 7));
        assert_eq!((a.id(), a.secret()), (b.id(), b.secret()));
        a.travel(SignedDuration::from_hours(24));
        assert_eq!(a.now_ms(), 86_400_000);
    }

    #[test]
    fn later_ids_sort_later() {
        let seam = Seam::fixed(Timestamp::UNIX_EPOCH, 7);
        let first = seam.id();
        seam.travel(SignedDuration::from_millis(1));
        assert!(first < seam.id());
    }
}
