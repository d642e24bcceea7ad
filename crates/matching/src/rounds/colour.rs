//! Kőnig: the edges of a graph of two sides fall into as many rounds as its greatest degree.

const NONE: u32 = u32::MAX;

/// The round of each edge; no two edges of one person share a round.
///
/// Each edge takes a round that is free at one end; where the other end has it taken, the
/// alternating path of the two rounds is exchanged, which a graph of two sides always allows.
pub(super) fn colours(left: usize, right: usize, edges: &[(u32, u32)], rounds: usize) -> Vec<u32> {
    let right_at = |r: u32| left + r as usize;
    // By person and round: the edge.
    let mut at = vec![NONE; (left + right) * rounds];
    let mut colour = vec![NONE; edges.len()];
    // Rounds are offered in turn, so that they come out about equally full.
    let mut turn = 0;
    for (edge, &(l, r)) in edges.iter().enumerate() {
        let (v, w) = (l as usize, right_at(r));
        let free = |at: &[u32], who: usize, from: usize| {
            (0..rounds).map(|c| (c + from) % rounds).find(|&c| at[who * rounds + c] == NONE)
        };
        let both = (0..rounds)
            .map(|c| (c + turn) % rounds)
            .find(|&c| at[v * rounds + c] == NONE && at[w * rounds + c] == NONE);
        turn += 1;
        let chosen = match both {
            Some(c) => c,
            None => {
                let (Some(a), Some(b)) = (free(&at, v, turn), free(&at, w, turn)) else { continue };
                exchange(&mut at, &mut colour, edges, left, rounds, (w, a, b));
                a
            }
        };
        colour[edge] = chosen as u32;
        at[v * rounds + chosen] = edge as u32;
        at[w * rounds + chosen] = edge as u32;
    }
    colour
}

/// Exchanges rounds `a` and `b` along the path that begins at `w` with round `a`.
fn exchange(
    at: &mut [u32],
    colour: &mut [u32],
    edges: &[(u32, u32)],
    left: usize,
    rounds: usize,
    (w, a, b): (usize, usize, usize),
) {
    let mut path = Vec::new();
    let (mut who, mut round) = (w, a);
    while at[who * rounds + round] != NONE {
        let edge = at[who * rounds + round] as usize;
        path.push(edge);
        let (l, r) = (edges[edge].0 as usize, left + edges[edge].1 as usize);
        who = if who == l { r } else { l };
        round = if round == a { b } else { a };
    }
    for &edge in &path {
        for end in [edges[edge].0 as usize, left + edges[edge].1 as usize] {
            at[end * rounds + colour[edge] as usize] = NONE;
        }
    }
    for &edge in &path {
        let new = if colour[edge] as usize == a { b } else { a };
        colour[edge] = new as u32;
        for end in [edges[edge].0 as usize, left + edges[edge].1 as usize] {
            at[end * rounds + new] = edge as u32;
        }
    }
}
