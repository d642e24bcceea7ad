"""One solver on one instance, in a process of its own.

usage: peers.py SOLVER FOLDER

Reads the arrays that `measure` wrote, builds the solver's own structure, then times the solving alone.
Prints one JSON line: CPU seconds, objective, peak memory in kilobytes.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np


def read(folder):
    folder = Path(folder)
    ends = np.fromfile(folder / "ends.u32", dtype="<u4").reshape(-1, 2).astype(np.int64)
    scores = np.fromfile(folder / "scores.i64", dtype="<i8")
    left = np.fromfile(folder / "left.u32", dtype="<u4").astype(np.int64)
    right = np.fromfile(folder / "right.u32", dtype="<u4").astype(np.int64)
    return ends, scores, left, right


def timed(work):
    """Quick work three times; the median counts."""
    seconds = []
    while not seconds or (len(seconds) < 3 and sum(seconds) < 3):
        begin = time.process_time()
        result = work()
        seconds.append(time.process_time() - begin)
    return sorted(seconds)[len(seconds) // 2], result


def ortools_flow(ends, scores, left, right):
    """Minimum-cost flow; an arc past everybody makes leaving out a choice."""
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    n, m = len(left), len(right)
    source, sink = n + m, n + m + 1
    supply = int(min(left.sum(), right.sum()))
    tails = np.concatenate([np.full(n, source), ends[:, 0], n + np.arange(m), [source]])
    heads = np.concatenate([np.arange(n), n + ends[:, 1], np.full(m, sink), [sink]])
    room = np.concatenate([left, np.ones(len(ends), dtype=np.int64), right, [supply]])
    costs = np.concatenate([np.zeros(n), -scores, np.zeros(m + 1)]).astype(np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room, costs)
    flow.set_node_supply(source, supply)
    flow.set_node_supply(sink, -supply)
    seconds, status = timed(flow.solve)
    assert status == flow.OPTIMAL
    return seconds, -flow.optimal_cost()


def seats(ends, scores, left, right):
    """Each seat as a person of its own."""
    first = np.concatenate([[0], np.cumsum(left)])
    copies = left[ends[:, 0]]
    rows = np.repeat(ends[:, 1], copies)
    offset = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
    columns = np.repeat(first[ends[:, 0]], copies) + offset
    return rows, columns, np.repeat(scores, copies), int(first[-1])


def scipy_sparse(ends, scores, left, right):
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rows, columns, worth, all_seats = seats(ends, scores, left, right)
    m, top = len(right), int(scores.max()) + 1
    # A place of its own makes staying out a choice; it costs the most.
    data = np.concatenate([top - worth, np.full(m, top)])
    places = (np.concatenate([rows, np.arange(m)]), np.concatenate([columns, all_seats + np.arange(m)]))
    matrix = coo_matrix((data, places), shape=(m, all_seats + m)).tocsr()
    seconds, (r, c) = timed(lambda: min_weight_full_bipartite_matching(matrix))
    return seconds, int(top * m - matrix[r, c].sum())


def table(ends, scores, left, right):
    dense = np.zeros((len(left), len(right)))
    dense[ends[:, 0], ends[:, 1]] = scores
    return dense


def scipy_lsa(ends, scores, left, right):
    from scipy.optimize import linear_sum_assignment

    dense = table(ends, scores, left, right)
    seconds, (r, c) = timed(lambda: linear_sum_assignment(dense, maximize=True))
    return seconds, int(dense[r, c].sum())


def lapx(ends, scores, left, right):
    import lap

    dense = table(ends, scores, left, right)
    cost = dense.max() - dense
    seconds, (_, r, _) = timed(lambda: lap.lapjv(cost))
    return seconds, int(dense[np.arange(len(r)), r].sum())


def highs(ends, scores, left, right):
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix, vstack

    e = len(ends)
    rows = [
        coo_matrix((np.ones(e), (ends[:, side], np.arange(e))), shape=(len(most), e))
        for side, most in enumerate((left, right))
    ]
    limit = LinearConstraint(vstack(rows).tocsr(), -np.inf, np.concatenate([left, right]))
    seconds, done = timed(lambda: milp(-scores, constraints=limit, bounds=Bounds(0, 1)))
    return seconds, int(round(-done.fun))


def rustworkx(ends, scores, left, right):
    """One pool: matching of greatest weight in a general graph."""
    import rustworkx as rx

    graph = rx.PyGraph()
    graph.add_nodes_from(range(len(left)))
    graph.add_edges_from([(int(a), int(b), int(s)) for (a, b), s in zip(ends, scores)])
    seconds, made = timed(lambda: rx.max_weight_matching(graph, max_cardinality=False, weight_fn=int))
    worth = {frozenset((int(a), int(b))): int(s) for (a, b), s in zip(ends, scores)}
    return seconds, sum(worth[frozenset(pair)] for pair in made)


def greedy(ends, scores, left, right):
    """What a person or a simple script does: the best pair first."""
    order = np.lexsort((ends[:, 1], ends[:, 0], -scores))
    a, b, s = ends[order, 0].tolist(), ends[order, 1].tolist(), scores[order].tolist()

    def work():
        free_left, free_right = left.tolist(), right.tolist()
        total = 0
        for i in range(len(a)):
            if free_left[a[i]] and free_right[b[i]]:
                free_left[a[i]] -= 1
                free_right[b[i]] -= 1
                total += s[i]
        return total

    return timed(work)


if __name__ == "__main__":
    name, folder = sys.argv[1:]
    seconds, objective = globals()[name](*read(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"cpu": seconds, "total": objective, "peak_kb": peak}))
