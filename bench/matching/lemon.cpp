// LEMON beside the engine: `lemon FOLDER flow|pool`, one JSON line like peers.py.
#include <lemon/list_graph.h>
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

template <class T> std::vector<T> read(const std::string &path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::vector<T> all(file.tellg() / sizeof(T));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(all.data()), all.size() * sizeof(T));
    return all;
}

double cpu() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

int main(int, char **args) {
    std::string folder = args[1], kind = args[2];
    auto ends = read<uint32_t>(folder + "/ends.u32");
    auto scores = read<int64_t>(folder + "/scores.i64");
    auto left = read<uint32_t>(folder + "/left.u32"), right = read<uint32_t>(folder + "/right.u32");
    long long total = 0;
    std::vector<double> seconds;
    if (kind == "pool") {
        lemon::SmartGraph graph;
        lemon::SmartGraph::EdgeMap<long long> worth(graph);
        for (size_t i = 0; i < left.size(); i++) graph.addNode();
        for (size_t i = 0; i < scores.size(); i++)
            worth[graph.addEdge(graph.nodeFromId(ends[2 * i]), graph.nodeFromId(ends[2 * i + 1]))] = scores[i];
        for (int run = 0; run < 3; run++) {
            lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long long>> solver(graph, worth);
            double before = cpu();
            solver.run();
            seconds.push_back(cpu() - before);
            total = solver.matchingWeight();
        }
    } else {
        // An arc past everybody makes leaving out a choice.
        lemon::SmartDigraph graph;
        size_t n = left.size(), m = right.size();
        for (size_t i = 0; i < n + m + 2; i++) graph.addNode();
        lemon::SmartDigraph::ArcMap<long long> room(graph), cost(graph);
        auto arc = [&](size_t from, size_t to, long long most, long long price) {
            auto a = graph.addArc(graph.nodeFromId(from), graph.nodeFromId(to));
            room[a] = most, cost[a] = price;
        };
        long long lefts = 0, rights = 0;
        for (auto s : left) lefts += s;
        for (auto s : right) rights += s;
        long long supply = std::min(lefts, rights);
        for (size_t i = 0; i < n; i++) arc(n + m, i, left[i], 0);
        for (size_t i = 0; i < scores.size(); i++) arc(ends[2 * i], n + ends[2 * i + 1], 1, -scores[i]);
        for (size_t i = 0; i < m; i++) arc(n + i, n + m + 1, right[i], 0);
        arc(n + m, n + m + 1, supply, 0);
        lemon::NetworkSimplex<lemon::SmartDigraph, long long, long long> solver(graph);
        solver.upperMap(room).costMap(cost);
        solver.stSupply(graph.nodeFromId(n + m), graph.nodeFromId(n + m + 1), supply);
        for (int run = 0; run < (scores.size() > 2000000 ? 1 : 3); run++) {
            double before = cpu();
            solver.run();
            seconds.push_back(cpu() - before);
            total = -solver.totalCost();
        }
    }
    std::sort(seconds.begin(), seconds.end());
    rusage use;
    getrusage(RUSAGE_SELF, &use);
    std::printf("{\"cpu\": %.6f, \"total\": %lld, \"peak_kb\": %ld}\n", seconds[seconds.size() / 2], total, use.ru_maxrss);
}
