"""Side by side: every instance, every solver in turn, in one run; prints the table with ratios.

usage: run.py [quick|large] [--limit SECONDS]
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LEMON = HERE / ".venv" / "lemon"

QUICK = [("s", 1000), ("s", 10_000), ("d", 1000), ("d", 2000), ("u", 10_000), ("u", 50_000), ("g", 1000), ("g", 5000)]
LARGE = [("s", 50_000), ("d", 5000), ("s", 200_000), ("g", 20_000)]

PEERS = {
    "s": ["ortools_flow", "lemon", "scipy_sparse", "greedy"],
    "u": ["ortools_flow", "lemon", "scipy_sparse", "greedy"],
    "d": ["ortools_flow", "lemon", "scipy_lsa", "lapx", "greedy"],
    "g": ["lemon", "rustworkx"],
}


def cairn(measure, kind, size, folder):
    done = subprocess.run([measure, kind, str(size), folder], capture_output=True, text=True, check=True)
    line = done.stdout.strip().splitlines()[-1]
    return {k: float(v) for k, v in re.findall(r"(\w+)=(-?[\d.]+)", line)}


def peer(name, kind, folder, limit):
    command = [sys.executable, str(HERE / "peers.py"), name, folder]
    if name == "lemon":
        if not LEMON.exists():
            return None
        command = [str(LEMON), folder, kind]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout.strip().splitlines()[-1]) if done.returncode == 0 else None


def main():
    limit = float(sys.argv[sys.argv.index("--limit") + 1]) if "--limit" in sys.argv else 120
    subprocess.run(
        ["cargo", "build", "--release", "-q", "-p", "matching", "--example", "measure"], cwd=ROOT, check=True
    )
    where = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--no-deps"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    measure = Path(json.loads(where.stdout)["target_directory"]) / "release/examples/measure"
    print("| instance | edges | solver | CPU s | objective | peak MB | CPU of the peer / ours |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for kind, size in QUICK * ("large" not in sys.argv) + LARGE * ("quick" not in sys.argv):
        with tempfile.TemporaryDirectory() as folder:
            ours = cairn(measure, kind, size, folder)
            name = f"{kind}{size}"
            same = "proved" if ours["total"] == ours["bound"] else "NOT PROVED"
            row = f"| {name} | {ours['edges']:.0f} | cairn | {ours['cpu']:.5f} | {ours['total']:.0f} {same} "
            print(row + f"| {ours['peak_kb'] / 1024:.0f} | 1 |", flush=True)
            names = PEERS[kind] + (["highs"] if name == "s1000" else [])
            for other in names:
                result = peer(other, "pool" if kind == "g" else "flow", folder, limit)
                if result is None:
                    print(f"| {name} | | {other} | over {limit:.0f} s | – | – | – |", flush=True)
                    continue
                equal = "equal" if result["total"] == ours["total"] else "OTHER"
                if other == "greedy":
                    equal = f"{100 * result['total'] / ours['total']:.1f} %"
                ratio = result["cpu"] / max(ours["cpu"], 1e-6)
                print(
                    f"| {name} | | {other} | {result['cpu']:.5f} | {result['total']} {equal} "
                    f"| {result['peak_kb'] / 1024:.0f} | {ratio:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
