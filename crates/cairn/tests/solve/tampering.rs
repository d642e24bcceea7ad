//! Whoever changes an answer or its proof is caught.

use super::assignment::SMALL;
use super::desk::Desk;

/// Every number in the file changed by so much, one at a time.
pub fn tampered(text: &str, by: i128) -> Vec<String> {
    let mut all = Vec::new();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let begins = byte.is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit());
        // Digits of ids are not numbers.
        let in_id = at > 0 && (bytes[at - 1].is_ascii_alphabetic() || bytes[at - 1] == b'_');
        if begins && !in_id {
            let digits: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
            let changed = digits.parse::<i128>().unwrap() + by;
            all.push(format!("{}{changed}{}", &text[..at], &text[at + digits.len()..]));
        }
    }
    all
}

fn solved(objective: &str) -> Desk {
    let mut files = SMALL.to_vec();
    files.push(("fixed.csv", "left,right\nm2,e1\n"));
    let desk = Desk::with(&files);
    assert_eq!(desk.solve(&["--objective", objective]), 0);
    desk
}

#[test]
fn no_number_of_a_certificate_can_be_raised() {
    for objective in ["total", "coverage", "worst-off"] {
        let desk = solved(objective);
        let changes = tampered(&desk.read("certificate.json"), 1_000_000_000);
        assert!(changes.len() > 7);
        for changed in changes {
            desk.write("certificate.json", &changed);
            let (status, line) = desk.verify();
            assert_eq!(status, 1, "{objective}: {line}\n{changed}");
        }
    }
}

/// Prices are not unique: one that is off by one may prove the same. It never proves another claim.
#[test]
fn a_certificate_that_is_slightly_off_is_refused_or_proves_the_same() {
    for objective in ["total", "coverage", "worst-off"] {
        let desk = solved(objective);
        let proof = desk.read("certificate.json");
        let claim = |text: &str| {
            let json: serde_json::Value = serde_json::from_str(text).unwrap();
            (json["total"].clone(), json["bound"].clone())
        };
        for changed in [1, -1].iter().flat_map(|&by| tampered(&proof, by)) {
            desk.write("certificate.json", &changed);
            let accepted = desk.verify().0 == 0;
            assert!(!accepted || claim(&changed) == claim(&proof), "{objective}: {changed}");
        }
    }
}

#[test]
fn a_worse_answer_with_an_honest_looking_certificate_is_refused() {
    let desk = Desk::with(SMALL);
    desk.solve(&[]);
    for forged in [
        "left,right,score\nm1,e1,5\n",
        "left,right,score\nm1,e1,5\nm1,e2,4.5\nm2,e3,-1\n",
        "left,right,score\nm1,e1,5\nm1,e1,5\n",
        "left,right,score\nm1,e1,9.5\n",
        "left,right,score\nm1,e1,5\nm1,e2,4.5\nm2,e2,0\n",
        "left,right,score\nm1,e1,5\nm1,e2,4.5\nm1,e3,0\n",
    ] {
        desk.write("matching.csv", forged);
        assert_eq!(desk.verify().0, 1, "{forged}");
    }
}

#[test]
fn a_bound_that_is_lowered_to_match_a_worse_total_is_refused() {
    let desk = Desk::with(SMALL);
    desk.solve(&[]);
    let proof = desk.read("certificate.json").replace("9500000", "5000000");
    desk.write("certificate.json", &proof);
    desk.write("matching.csv", "left,right,score\nm1,e1,5\n");
    desk.write("summary.json", &desk.read("summary.json").replace("9.5", "5"));
    assert_eq!(desk.verify().0, 1);
}
