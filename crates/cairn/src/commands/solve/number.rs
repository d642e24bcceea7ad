//! Scores as people write them and as the engine counts them: decimals and millionths.

use matching::SCALE;

/// A decimal with at most six places within ±10⁹, in units.
pub fn units(text: &str) -> Option<i64> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !plain(whole) || !plain(part) || part.len() > 6 {
        return None;
    }
    let significant = whole.trim_start_matches('0');
    if significant.len() > 10 {
        return None;
    }
    let whole: i64 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    let units = whole * SCALE + part;
    (units <= matching::LIMIT).then_some(if negative { -units } else { units })
}

/// Units as the shortest decimal.
pub fn text(units: i128) -> String {
    let scale = u128::from(SCALE.unsigned_abs());
    let (whole, part) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    let sign = if units < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{part:06}").trim_end_matches('0').to_owned()
}

/// Units as a number of a JSON file.
pub fn json(units: i128) -> serde_json::Value {
    if units % i128::from(SCALE) == 0
        && let Ok(whole) = i64::try_from(units / i128::from(SCALE))
    {
        return whole.into();
    }
    text(units).parse::<f64>().map_or(serde_json::Value::Null, Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_become_units_and_come_back() {
        for (written, counted) in [
            ("12", 12_000_000),
            ("-0.5", -500_000),
            (".25", 250_000),
            ("1000000000", 1_000_000_000_000_000),
        ] {
            assert_eq!(units(written), Some(counted));
            assert_eq!(units(&text(i128::from(counted))), Some(counted));
        }
        for wrong in
            ["", "-", ".", "1.2345678", "1000000000.1", "1e3", "12,5", "NaN", "99999999999"]
        {
            assert_eq!(units(wrong), None, "{wrong}");
        }
    }
}
