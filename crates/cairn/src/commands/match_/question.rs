//! The engine's question in the form of `cairn solve`, so that anybody can solve it again and
//! check the certificate with `cairn verify`.

use matching::{Pair, Seats};

use super::{finished::Finished, folder::Content};
use crate::commands::solve::{ids::Ids, number};

/// The files of the question: the pairs are those that the engine had before it.
pub fn files(finished: &Finished) -> Vec<Content> {
    let named = finished.named();
    let seats = |ids: &Ids, all: &[Seats]| {
        let heading = ["id", "most", "least", "organisation"].map(str::to_owned);
        let rows = ids.names().iter().zip(all).map(|(id, seats)| {
            let organisation = seats.organisation.map(|number| named.organisations.name(number));
            let (most, least) = (seats.most.to_string(), seats.least.to_string());
            [id.clone(), most, least, organisation.unwrap_or_default().to_owned()]
        });
        csv(std::iter::once(heading).chain(rows))
    };
    let question = &named.question;
    let pair = |pair: &Pair| {
        let score = number::text(pair.score.into());
        [named.left.name(pair.left).to_owned(), named.right.name(pair.right).to_owned(), score]
    };
    let couple = |&(left, right): &(u32, u32)| {
        [named.left.name(left).to_owned(), named.right.name(right).to_owned()]
    };
    let heading = ["left", "right", "score"].map(str::to_owned);
    let mut files = vec![
        ("problem.toml", b"kind = \"assignment\"\n".to_vec()),
        ("left.csv", seats(&named.left, &question.left)),
        ("right.csv", seats(&named.right, &question.right)),
        ("scores.csv", csv(std::iter::once(heading).chain(question.pairs.iter().map(pair)))),
    ];
    if !question.fixed.is_empty() {
        let heading = ["left", "right"].map(str::to_owned);
        files.push((
            "fixed.csv",
            csv(std::iter::once(heading).chain(question.fixed.iter().map(couple))),
        ));
    }
    if !question.quotas.is_empty() {
        files.push(("quota.csv", quotas(finished, &named.organisations)));
    }
    files
}

fn quotas(finished: &Finished, organisations: &Ids) -> Vec<u8> {
    let heading = ["organisation", "most_left", "most_right", "balance"].map(str::to_owned);
    let text = |bound: Option<u32>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    let rows = finished.round.listed.quotas.iter().map(|quota| {
        let name = organisations.name(quota.organisation).to_owned();
        [name, text(quota.most_left), text(quota.most_right), text(quota.balance)]
    });
    csv(std::iter::once(heading).chain(rows))
}

/// Ids stand as they are: this is for machines, and an apostrophe would make another id.
fn csv<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    let ok = rows.into_iter().all(|row| writer.write_record(row).is_ok());
    debug_assert!(ok, "writing into memory cannot fail");
    writer.into_inner().unwrap_or_default()
}
