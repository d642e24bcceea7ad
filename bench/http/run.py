"""Cairn beside an ordinary stack: the same three endpoints on the same data in the same run.

    cargo build --release && python3 bench/http/run.py [--people 5000] [--seconds 10] [--runs 3]

Installs Django and gunicorn by name into a virtual environment of its own (below target) and needs wrk. Both
servers listen on loopback. What is compared is CPU time a request, from /proc, because wall time is shared with the
generator; latency and memory are beside it. Answers are checked before anything is measured, and what was
written is counted in both databases afterwards. Every figure is the median of the runs.
"""

import argparse
import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
CAIRN = os.environ.get("CAIRN_BINARY", str(TARGET / "release/cairn"))
SECRET, MENTOR, MENTEE = "0" * 64, "1" * 64, "2" * 64
TOKEN = "bench" * 8
SAID = "Shall we meet on Tuesday"
DAY = 86_400_000


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def cairn_data(path, count):
    """People, a programme that Person 0 coordinates, a relationship for every second person, three meetings in each.

    Person 1 is the mentor in twenty of them. In a second programme, a standing network, everybody may be asked or asks.
    """
    subprocess.run([CAIRN, "migrate", "--database", f"sqlite:{path}"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    design, network = (
        tomllib.loads(subprocess.run([CAIRN, "design", "show", preset], check=True, capture_output=True, text=True).stdout)
        for preset in ("one-to-one", "standing-network")
    )
    now = int(time.time() * 1000)
    db = sqlite3.connect(path)
    with db:
        db.execute("insert into organisation values ('o', 'Larkspur', 'en', 'Europe/Copenhagen', ?)", (now,))
        db.executemany(
            "insert into person (id, organisation_id, name, email, language, time_zone, department, site, job_title, languages, affinities, availability, created_at)"
            " values (?, 'o', ?, ?, 'en', 'Europe/Copenhagen', ?, ?, 'Engineer', '[\"English\"]', '[]', '[]', ?)",
            [(f"p{n:06}", f"Person {n:05}", f"p{n}@larkspur.example", f"Department {n % 20}", f"Site {n % 7}", now) for n in range(count)],
        )
        for id, secret, person in (("s", SECRET, "p000000"), ("m", MENTOR, "p000001"), ("e", MENTEE, f"p{count - 1:06}")):
            db.execute(
                "insert into session (id, digest, person_id, device, created_at, seen_at, expires_at) values (?, ?, ?, 'bench', ?, ?, ?)",
                (id, hashlib.sha256(secret.encode()).hexdigest(), person, now, now + DAY, now + 30 * DAY),
            )
        for programme, track, of in (("g", "t", design), ("n", "u", network)):
            db.execute("insert into programme (id, organisation_id, name, state, created_at) values (?, 'o', 'Bench', 'running', ?)", (programme, now))
            db.execute(
                "insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) values (?, ?, 'o', '', ?, 1, ?)",
                (track, programme, json.dumps(of), now),
            )
        for part, programme in (("administrator", None), ("coordinator", "g")):
            db.execute(
                "insert into appointment (id, organisation_id, person_id, part, programme_id, appointed_at) values (?, 'o', 'p000000', ?, ?, ?)",
                (part, part, programme, now),
            )
        half = count // 2
        for n in range(count):
            role = "mentor" if n < half else "mentee"
            for letter, programme, track in (("e", "g", "t"), ("f", "n", "u")):
                db.execute(
                    "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, door, priority, created_at, applied_at)"
                    " values (?, 'o', ?, ?, ?, ?, 'approved', 'import', 0, ?, ?)",
                    (f"{letter}{n:06}", programme, track, f"p{n:06}", role, now, now),
                )
        for n in range(half):
            db.execute(
                "insert into relationship (id, organisation_id, programme_id, track_id, state, active_since, score, reasons, created_at)"
                " values (?, 'o', 'g', 't', 'active', ?, 80, '[]', ?)",
                (f"r{n:06}", now, now),
            )
            for seat, person in (("a", 1 if 1 <= n <= 20 else n), ("b", n + half)):
                db.execute(
                    "insert into seat (id, organisation_id, relationship_id, enrolment_id, person_id, role, reply, taken_at)"
                    " values (?, 'o', ?, ?, ?, ?, 'accepted', ?)",
                    (f"s{seat}{n:06}", f"r{n:06}", f"e{person:06}", f"p{person:06}", "mentor" if seat == "a" else "mentee", now),
                )
            for number, (state, day) in enumerate((("held", -40), ("held", -12), ("booked", 5))):
                id = f"m{n:06}{number}"
                db.execute(
                    "insert into meeting (id, organisation_id, relationship_id, state, starts_at, minutes, place, agenda, uid, sequence, created_at)"
                    " values (?, 'o', ?, ?, ?, 60, '', '', ?, 0, ?)",
                    (id, f"r{n:06}", state, now + day * DAY, id, now),
                )
    db.close()


class Server:
    """A server that is measured; `first` is a page that it shows to somebody unknown."""

    def __init__(self, name, command, port, first, env=None):
        self.name, self.port = name, port
        started = time.monotonic()
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        while True:
            try:
                if self.ask("GET", first)[0] == 200:
                    break
            except OSError:
                pass
            if self.process.poll() is not None or time.monotonic() - started > 60:
                sys.exit(f"{name} did not start")
            time.sleep(0.002)
        self.start_ms = (time.monotonic() - started) * 1000

    def ask(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers

    def pids(self):
        """The server and its workers: all processes of its session."""
        pids = []
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                except OSError:
                    continue
                if int(fields[3]) == self.process.pid:
                    pids.append(int(entry.name))
        return pids

    def cpu(self):
        ticks = 0
        for pid in self.pids():
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self):
        total = 0
        for pid in self.pids():
            match = re.search(r"^Pss:\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
            total += int(match.group(1)) if match else 0
        return total / 1024

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(30)


FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def check(server, cookie, path, contains, rows):
    """A page of status 200 that has what it should, so often as it should."""
    status, body, _ = server.ask("GET", path, {"Cookie": cookie})
    found = len(re.findall(contains, body.decode()))
    if status != 200 or found < rows:
        sys.exit(f"{server.name}: GET {path} gives {status} with «{contains}» {found} times, not {rows}:\n{body.decode()[:2000]}")
    packed = server.ask("GET", path, {"Cookie": cookie, "Accept-Encoding": "br, gzip"})[1]
    return len(body), len(packed)


def check_write(server, cookie, path, body):
    status, answer, headers = server.ask("POST", path, {"Cookie": cookie, **FORM}, body)
    if status not in (302, 303) or "sign-in" in headers["Location"] or "login" in headers["Location"]:
        sys.exit(f"{server.name}: POST {path} gives {status} {headers['Location']}:\n{answer.decode()[:2000]}")


def stored(path, table):
    db = sqlite3.connect(path, timeout=30)
    count = db.execute(f"select count(*) from {table} where words like ?", (SAID + "%",)).fetchone()[0]
    db.close()
    return count


def statements(cairn):
    text = cairn.ask("GET", "/metrics", {"Authorization": f"Bearer {TOKEN}"})[1].decode()
    return int(re.search(r"^cairn_database_statements_total (\d+)", text, re.M).group(1))


def statements_of(cairn, ask):
    """Of one request: the least of several, because the worker looks after its queue meanwhile. Looking costs some too."""
    least = None
    for _ in range(7):
        time.sleep(0.05)
        before = statements(cairn)
        looking = statements(cairn) - before
        before = statements(cairn)
        ask()
        took = statements(cairn) - before - looking
        least = took if least is None else min(least, took)
    return least


def load(server, cookie, path, seconds, connections, body=None):
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    script.write(f'wrk.headers["Cookie"] = "{cookie}"\n')
    if body:
        script.write(f'wrk.method = "POST"\nwrk.body = "{body}"\n')
        script.writelines(f'wrk.headers["{name}"] = "{value}"\n' for name, value in FORM.items())
    script.close()
    before = server.cpu()
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", script.name, f"http://127.0.0.1:{server.port}{path}"],
        check=True, capture_output=True, text=True,
    ).stdout
    cpu = server.cpu() - before
    os.unlink(script.name)
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    wrong = int(match.group(1)) if (match := re.search(r"Non-2xx or 3xx responses: (\d+)", out)) else 0
    if match := re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out):
        wrong += sum(map(int, match.groups()))
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    p99 = float(p99.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[p99.group(2)]
    return {"requests": requests, "wrong": wrong, "cpu": cpu * 1000 / max(requests, 1), "p99": p99, "per_second": requests / seconds}


def median(results, key):
    return statistics.median(result[key] for result in results)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--people", type=int, default=5000)
    arguments.add_argument("--seconds", type=int, default=10)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--soak", type=int, default=100_000, help="requests before the memory is read a second time")
    arguments = arguments.parse_args()
    venv = TARGET / "venv-http"
    if not venv.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/pip", "install", "-q", "django==5.2.*", "gunicorn==23.*"], check=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cairn-bench."))
    cairn_data(folder / "cairn.db", arguments.people)
    reference_env = {"REFERENCE_DB": str(folder / "reference.db"), "DJANGO_SETTINGS_MODULE": ""}
    session = subprocess.run(
        [venv / "bin/python", "app.py", str(arguments.people)], cwd=HERE / "reference", env={**os.environ, **reference_env},
        check=True, capture_output=True, text=True,
    ).stdout.strip()
    starts = []
    for _ in range(arguments.runs):
        port = free_port()
        cairn = Server(
            "Cairn", [CAIRN, "serve", "--database", f"sqlite:{folder / 'cairn.db'}", "--listen", f"127.0.0.1:{port}"], port, "/sign-in",
            {"CAIRN_METRICS_TOKEN": TOKEN, "RUST_LOG": "warn"},
        )
        starts.append(cairn.start_ms)
        if len(starts) < arguments.runs:
            cairn.stop()
    other = free_port()
    reference = Server(
        "Django", [venv / "bin/gunicorn", "--chdir", str(HERE / "reference"), "-w", "2", "--threads", "4", "-b", f"127.0.0.1:{other}", "app:application"], other, "/healthz", reference_env,
    )
    size = pathlib.Path(CAIRN).stat().st_size / 1e6
    time.sleep(2)
    print(f"binary {size:.1f} MB; start to first page {statistics.median(starts):.0f} ms (Django {reference.start_ms:.0f}); idle {cairn.memory():.0f} MB (Django {reference.memory():.0f})")
    theirs = f"sessionid={session}"
    message = "words=" + SAID.replace(" ", "+")
    find = f"/programmes/n/enrolments/f{arguments.people - 1:06}/find"
    pages = [
        ("50 of the people", SECRET, "/people", "/people", r"Person 000[0-4]\d", 50),
        ("one's own 20", MENTOR, "/", "/relationships", r"Person 0[02]\d\d\d", 20),
        ("whom to ask", MENTEE, find, "/people", r"Person 0[0-2]\d\d\d", 20),
        ("20 of 2,500", SECRET, "/programmes/g/relationships", "/relationships", r"Person 0\d\d\d\d", 40),
    ]
    writes = ("/relationships/r000000/messages", "/relationships/1/messages")
    print("\nStatements of one request of Cairn's, session and permission included; bytes of the page, and as it travels:")
    for name, secret, here, there, contains, rows in pages:
        ours = f"session={secret}"
        bytes_here = check(cairn, ours, here, contains, rows)
        bytes_there = check(reference, theirs, there, contains, rows)
        count = statements_of(cairn, lambda: check(cairn, ours, here, contains, rows)) / 2
        print(f"  GET {here}: {count:g} statements; {bytes_here[0]} bytes, {bytes_here[1]} compressed (Django {bytes_there[0]})")
    ours = f"session={SECRET}"
    for server, cookie, path in ((cairn, ours, writes[0]), (reference, theirs, writes[1])):
        check_write(server, cookie, path, message)
    count = statements_of(cairn, lambda: check_write(cairn, ours, writes[0], message))
    print(f"  POST {writes[0]}: {count} statements, one transaction")
    before = statements(cairn)
    looking = statements(cairn) - before
    before = statements(cairn)
    check_write(cairn, f"session={MENTEE}", f"{find}/f000007", "message=" + SAID.replace(" ", "+"))
    print(f"  POST {find}/…: {statements(cairn) - before - looking} statements, with what its reaction adds meanwhile")
    cases = [(name, secret, here, there, None, 64) for name, secret, here, there, *_ in pages]
    cases += [("write a message", SECRET, *writes, message, connections) for connections in (8, 64)]
    print(f"\n{'endpoint':<18} {'at once':>7} {'':<7} {'a second':>9} {'wrong':>6} {'CPU ms':>8} {'p99 ms':>8}")
    for name, secret, here, there, body, connections in cases:
        ours = f"session={secret}"
        results = {"Cairn": [], "Django": []}
        ratios = []
        for _ in range(arguments.runs):
            for server, cookie, path in ((cairn, ours, here), (reference, theirs, there)):
                load(server, cookie, path, 1, 8, body)
                table, file = ("message", "cairn.db") if server is cairn else ("bench_message", "reference.db")
                before = stored(folder / file, table)
                result = load(server, cookie, path, arguments.seconds, connections, body)
                time.sleep(0.5)
                if body and stored(folder / file, table) - before < result["requests"]:
                    sys.exit(f"{server.name} answered {result['requests']} writes and has stored fewer")
                results[server.name].append(result)
            ratios.append(results["Django"][-1]["cpu"] / results["Cairn"][-1]["cpu"])
        for server, of in results.items():
            wrong = sum(result["wrong"] for result in of)
            print(f"{name:<18} {connections:>7} {server:<7} {median(of, 'per_second'):>9.0f} {wrong:>6} {median(of, 'cpu'):>8.3f} {median(of, 'p99'):>8.1f}")
        print(f"{'':<18} {'':>7} Django takes {statistics.median(ratios):.1f} times Cairn's CPU time a request")
    before, done = cairn.memory(), 0
    while done < arguments.soak:
        done += load(cairn, f"session={SECRET}", "/people", 5, 64)["requests"]
    print(f"\nmemory of Cairn after the load {before:.0f} MB, after {done} requests more {cairn.memory():.0f} MB; Django {reference.memory():.0f} MB")
    cairn.stop()
    reference.stop()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
