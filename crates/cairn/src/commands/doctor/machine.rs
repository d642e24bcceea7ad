//! The machine: its clock, its zone data, its disk.

use std::path::Path;

use jiff::{Timestamp, tz::TimeZone};
use jobs::Seam;

use super::Finding;
use crate::settings::Settings;

/// This program was written after this moment: a clock before it is wrong.
const WRITTEN: &str = "2026-11-01T00:00:00Z";
const LEAST_FREE: u64 = 512 * 1024 * 1024;

pub(super) fn look(settings: &Settings, seam: &Seam) -> Vec<Finding> {
    let written: Timestamp = WRITTEN.parse().unwrap_or_default();
    let now = seam.now();
    let clock = if now < written { Finding::wrong } else { Finding::good };
    let clock = clock(if now < written { "doctor-clock-early" } else { "doctor-clock" });
    // Half of July in New York is in summer time: data without rules would not know.
    let summer = TimeZone::get("America/New_York").ok().and_then(|zone| {
        Some(zone.to_offset_info("2026-07-15T00:00:00Z".parse().ok()?).dst().is_dst())
    });
    let zones = match summer {
        Some(true) => Finding::good("doctor-zones").with("count", people::person::zones().len()),
        _ => Finding::wrong("doctor-zones-missing"),
    };
    let mut findings = vec![clock.with("now", now.strftime("%Y-%m-%d %H:%M UTC")), zones];
    findings.extend(disk(settings));
    findings
}

/// What is free where the embedded database lies.
fn disk(settings: &Settings) -> Option<Finding> {
    let file = settings.database().strip_prefix("sqlite:")?;
    let file = Path::new(file.split('?').next().unwrap_or(file));
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = rustix::fs::statvfs(folder).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let finding = if free < LEAST_FREE {
        Finding::wrong("doctor-disk-full")
    } else {
        Finding::good("doctor-disk")
    };
    Some(finding.with("free", free / (1024 * 1024)).with("folder", folder.display()))
}
