"""A1: what machines can ask, by four persons, with what schemathesis thinks of, against the description.

    cargo build && python3 bench/api/run.py [--cases 5000] [--binary target/debug/cairn]

Installs schemathesis by name into a virtual environment of its own (below target), starts `cairn demo` with a
fresh world, and asks as a stranger, a participant, the programme manager and the administrator. Half of the paths
name rounds that exist. Wrong is: a status from 500, a connection that is dropped, an answer that the description does
not allow. At the end the bite: with a description that is wrong in one word, the same run must find something.
"""

import argparse
import copy
import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
VENV = TARGET / "venv-api"
TOKEN = "bench" * 8
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance"


def ask(port, method, path, cookie=""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Accept": "text/html"})
    answer = connection.getresponse()
    return answer, answer.read().decode()


def start(binary, folder):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    log = open(folder / "log", "w")
    environment = {**os.environ, "CAIRN_METRICS_TOKEN": TOKEN, "RUST_LOG": "warn"}
    command = [binary, "demo", "--keep", folder / "demo", "--listen", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    for _ in range(1200):
        try:
            if ask(port, "GET", "/readyz")[0].status == 200:
                return server, port
        except OSError:
            pass
        if server.poll() is not None:
            break
        time.sleep(0.1)
    sys.exit("the demo did not start:\n" + (folder / "log").read_text())


def sign_in(port, path):
    answer, _ = ask(port, "POST", path)
    return answer.headers["Set-Cookie"].split(";")[0]


def rounds(port, cookie):
    """Rounds that exist, with their programmes."""
    found = set()
    _, text = ask(port, "GET", "/programmes", cookie)
    for programme in sorted(set(re.findall(r'href="/programmes/([0-9a-f-]{36})', text))):
        _, text = ask(port, "GET", f"/programmes/{programme}/rounds", cookie)
        found |= {(programme, r) for r in re.findall(rf"/programmes/{programme}/rounds/([0-9a-f-]{{36}})", text)}
    return sorted(found)


def filled(description, found):
    """The description with what exists among what schemathesis may put into the paths."""
    description = copy.deepcopy(description)
    for path, operations in description["paths"].items():
        for parameter in operations["get"].get("parameters", []):
            if parameter["in"] == "path":
                at = 0 if parameter["name"] == "programme" else 1
                known = sorted({one[at] for one in found})
                parameter["schema"] = {"anyOf": [{"enum": known}, parameter["schema"]]}
                parameter["example"] = found[0][at]
    return description


def hurl(port, description, cookie, token, cases, folder, name):
    """Runs schemathesis. Gives the cases and whether all was well."""
    file = folder / f"{name}.json"
    file.write_text(json.dumps(description))
    # Where nothing can be varied there is one case: the paths with places make up for it.
    each = -(-cases // 2)
    command = [
        VENV / "bin/st", "run", str(file), "--url", f"http://127.0.0.1:{port}", "--phases", "examples,fuzzing", "--mode", "all",
        "--max-examples", str(each), "--checks", CHECKS, "--seed", "1", "--generation-database", "none", "--continue-on-failure",
        "--request-timeout", "30", "--report", "ndjson", "--report-ndjson-path", str(folder / f"{name}.ndjson"),
    ]
    if cookie:
        command += ["--header", f"Cookie: {cookie}"]
    if token:
        command += ["--header", f"Authorization: Bearer {token}"]
    out = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    text = out.stdout + out.stderr
    (folder / f"{name}.txt").write_text(text)
    match = re.search(r"(\d+) generated", text)
    return int(match.group(1)) if match else 0, out.returncode == 0, text


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--cases", type=int, default=5000)
    arguments.add_argument("--binary", default=str(TARGET / "debug/cairn"))
    arguments = arguments.parse_args()
    if not VENV.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin/pip", "install", "-q", "schemathesis==4.*"], check=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cairn-api."))
    server, port = start(arguments.binary, folder)
    try:
        links = re.findall(r"^ +(.+?) {2,}.*(/dev/sign-in/\S+)$", (folder / "log").read_text(), re.M)
        cookies = {part.strip(): sign_in(port, path) for part, path in links}
        persons = [("a stranger", "", "")] + [(part, cookie, "") for part, cookie in cookies.items()][:4]
        found = []
        for _, cookie, _ in persons[1:]:
            found = found or rounds(port, cookie)
        if not found:
            sys.exit("the demo has no round to ask for")
        description = filled(json.loads(ask(port, "GET", "/openapi.json")[1]), found)
        total, wrong = 0, []
        for name, cookie, _ in persons:
            token = TOKEN if "dministrator" in name else ""
            cases, well, text = hurl(port, description, cookie, token, arguments.cases // len(persons) + 1, folder, name.replace(" ", "-"))
            total += cases
            print(f"{name:<22} {cases:>6} cases  {'all as described' if well else 'WRONG'}")
            if not well:
                wrong.append(text)
        print(f"{total} cases, {len(description['paths'])} operations, {len(persons)} persons, {len(wrong)} persons with anything wrong")
        bitten = copy.deepcopy(description)
        bitten["components"]["schemas"]["Problem"]["properties"]["code"]["type"] = "integer"
        _, well, _ = hurl(port, bitten, "", "", 60, folder, "bite")
        print("bite: a description that is wrong in one word is", "NOT found out" if well else "found out")
        if server.poll() is not None:
            wrong.append("the server is gone")
    finally:
        server.terminate()
        server.wait(30)
    if wrong or well or total < arguments.cases:
        sys.exit("\n".join(wrong) or "too few cases, or no bite")


if __name__ == "__main__":
    main()
