"""Cairn beside an ordinary stack: the same three endpoints on the same data in the same run.

    cargo build --release && python3 bench/http/run.py [--people 5000] [--seconds 10]

Installs Django and gunicorn by name into a virtual environment of its own (bench/http/.venv) and needs wrk. Both
servers listen on loopback. What is compared is CPU time a request, from /proc, because wall time is shared with the
generator; latency and memory are beside it. Answers are checked before anything is measured.
"""

import argparse
import hashlib
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CAIRN = os.environ.get("CAIRN_BINARY", str(pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release/cairn"))
SECRET = "0" * 64
DAY = 86_400_000


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def cairn_data(path, count):
    """People, a programme that Person 0 coordinates, and a relationship for every second person."""
    subprocess.run([CAIRN, "migrate", "--database", f"sqlite:{path}"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    design = tomllib.loads(subprocess.run([CAIRN, "design", "show", "one-to-one"], check=True, capture_output=True, text=True).stdout)
    now = int(time.time() * 1000)
    db = sqlite3.connect(path)
    with db:
        db.execute("insert into organisation values ('o', 'Larkspur', 'en', 'Europe/Copenhagen', ?)", (now,))
        db.executemany(
            "insert into person (id, organisation_id, name, email, language, time_zone, department, site, job_title, languages, affinities, availability, created_at)"
            " values (?, 'o', ?, ?, 'en', 'Europe/Copenhagen', ?, ?, 'Engineer', '[]', '[]', '[]', ?)",
            [(f"p{n:06}", f"Person {n:05}", f"p{n}@larkspur.example", f"Department {n % 20}", f"Site {n % 7}", now) for n in range(count)],
        )
        db.execute(
            "insert into session (id, digest, person_id, device, created_at, seen_at, expires_at) values ('s', ?, 'p000000', 'bench', ?, ?, ?)",
            (hashlib.sha256(SECRET.encode()).hexdigest(), now, now + DAY, now + 30 * DAY),
        )
        db.execute("insert into programme (id, organisation_id, name, state, created_at) values ('g', 'o', 'Bench', 'running', ?)", (now,))
        db.execute("insert into track (id, programme_id, organisation_id, name, design, design_version, created_at) values ('t', 'g', 'o', '', ?, 1, ?)", (json.dumps(design), now))
        for part, programme in (("administrator", None), ("coordinator", "g")):
            db.execute(
                "insert into appointment (id, organisation_id, person_id, part, programme_id, appointed_at) values (?, 'o', 'p000000', ?, ?, ?)",
                (part, part, programme, now),
            )
        half = count // 2
        for n in range(count):
            role = "mentor" if n < half else "mentee"
            db.execute(
                "insert into enrolment (id, organisation_id, programme_id, track_id, person_id, role, state, door, priority, created_at, applied_at)"
                " values (?, 'o', 'g', 't', ?, ?, 'approved', 'import', 0, ?, ?)",
                (f"e{n:06}", f"p{n:06}", role, now, now),
            )
        for n in range(half):
            db.execute(
                "insert into relationship (id, organisation_id, programme_id, track_id, state, active_since, score, reasons, created_at)"
                " values (?, 'o', 'g', 't', 'active', ?, 80, '[]', ?)",
                (f"r{n:06}", now, now),
            )
            for seat, person in (("a", n), ("b", n + half)):
                db.execute(
                    "insert into seat (id, organisation_id, relationship_id, enrolment_id, person_id, role, reply, taken_at)"
                    " values (?, 'o', ?, ?, ?, ?, 'accepted', ?)",
                    (f"s{seat}{n:06}", f"r{n:06}", f"e{person:06}", f"p{person:06}", "mentor" if seat == "a" else "mentee", now),
                )
    db.close()


class Server:
    def __init__(self, name, command, port, env=None):
        self.name, self.port = name, port
        started = time.monotonic()
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
                connection.request("GET", "/healthz")
                if connection.getresponse().status == 200:
                    break
            except OSError:
                pass
            if self.process.poll() is not None or time.monotonic() - started > 60:
                sys.exit(f"{name} did not start")
            time.sleep(0.002)
        self.start_ms = (time.monotonic() - started) * 1000

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


def check(server, cookie, path, contains):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read().decode()
    if answer.status != 200 or contains not in body:
        sys.exit(f"{server.name}: GET {path} gives {answer.status} without «{contains}»:\n{body[:500]}")
    return len(body)


def load(server, cookie, path, seconds, connections, body=None):
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    script.write(f'wrk.headers["Cookie"] = "{cookie}"\n')
    if body:
        script.write(f'wrk.method = "POST"\nwrk.body = "{body}"\nwrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\nwrk.headers["Sec-Fetch-Site"] = "same-origin"\n')
    script.close()
    before = server.cpu()
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name, f"http://127.0.0.1:{server.port}{path}"],
        check=True, capture_output=True, text=True,
    ).stdout
    cpu = server.cpu() - before
    os.unlink(script.name)
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    wrong = int(match.group(1)) if (match := re.search(r"Non-2xx or 3xx responses: (\d+)", out)) else 0
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    p99 = float(p99.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[p99.group(2)]
    return {"requests": requests, "wrong": wrong, "cpu_ms": cpu * 1000 / max(requests, 1), "p99_ms": p99}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--people", type=int, default=5000)
    arguments.add_argument("--seconds", type=int, default=10)
    arguments = arguments.parse_args()
    venv = HERE / ".venv"
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
    port, other = free_port(), free_port()
    cairn = Server("Cairn", [CAIRN, "serve", "--database", f"sqlite:{folder / 'cairn.db'}", "--listen", f"127.0.0.1:{port}"], port)
    reference = Server(
        "Django", [venv / "bin/gunicorn", "--chdir", str(HERE / "reference"), "-w", "2", "--threads", "4", "-b", f"127.0.0.1:{other}", "app:application"], other, reference_env,
    )
    size = pathlib.Path(CAIRN).stat().st_size / 1e6
    idle = cairn.memory()
    print(f"binary {size:.1f} MB · start to first answer {cairn.start_ms:.0f} ms (Django {reference.start_ms:.0f}) · idle {idle:.0f} MB (Django {reference.memory():.0f})")
    ours, theirs = f"session={SECRET}", f"sessionid={session}"
    cases = [
        ("20 of the people", "/people", "/people", "Person 00000", None),
        ("20 relationships", "/programmes/g/relationships", "/relationships", "Person 0", None),
        ("write a message", "/relationships/r000000/messages", "/relationships/1/messages", None, "words=Shall+we+meet"),
    ]
    print(f"{'endpoint':<20} {'':<8} {'requests':>9} {'wrong':>6} {'CPU ms':>8} {'p99 ms':>8}")
    for name, here, there, contains, body in cases:
        if contains:
            check(cairn, ours, here, contains)
            check(reference, theirs, there, contains)
        results = []
        for server, cookie, path in ((cairn, ours, here), (reference, theirs, there)):
            load(server, cookie, path, 2, 8, body)
            result = load(server, cookie, path, arguments.seconds, 64 if not body else 8, body)
            results.append(result)
            print(f"{name:<20} {server.name:<8} {result['requests']:>9} {result['wrong']:>6} {result['cpu_ms']:>8.3f} {result['p99_ms']:>8.1f}")
        print(f"{'':<20} Cairn takes {results[0]['cpu_ms'] / max(results[1]['cpu_ms'], 1e-9):.2f} of Django's CPU time")
    print(f"memory after the load: Cairn {cairn.memory():.0f} MB, Django {reference.memory():.0f} MB")
    cairn.stop()
    reference.stop()


if __name__ == "__main__":
    main()
