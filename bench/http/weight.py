"""F6: what pages weigh as they travel, and what their assets do.

    cargo build --release && python3 bench/http/weight.py

Walks the pages that an administrator who coordinates and takes part reaches by links, at most three of a kind.
"""

import pathlib
import re
import tempfile

import run


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cairn-bench."))
    run.cairn_data(folder / "cairn.db", 200)
    port = run.free_port()
    server = run.Server(
        "Cairn", [run.CAIRN, "serve", "--database", f"sqlite:{folder / 'cairn.db'}", "--listen", f"127.0.0.1:{port}"], port, "/sign-in", {"RUST_LOG": "warn"}
    )
    session, packed = {"Cookie": f"session={run.SECRET}"}, {"Accept-Encoding": "br, gzip"}
    waiting, seen, kinds, assets = ["/", "/relationships/r000000"], {}, {}, set()
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        status, body, headers = server.ask("GET", path, {**session, **packed})
        if status != 200 or "text/html" not in headers["content-type"]:
            continue
        seen[path] = len(body)
        text = server.ask("GET", path, session)[1].decode()
        assets |= set(re.findall(r'(?:href|src)="(/assets/[^"#]+)', text))
        for link in re.findall(r'href="(/(?!assets)[^"#?]*)', text):
            kind = re.sub(r"[a-z]?[0-9]{6}", "*", link)
            kinds.setdefault(kind, set()).add(link)
            if len(kinds[kind]) <= 3:
                waiting.append(link)
    heaviest = sorted(seen, key=seen.get)[-3:]
    print(f"{len(seen)} pages; the heaviest as they travel:", ", ".join(f"{path} {seen[path]} bytes" for path in heaviest))
    weights = {}
    for asset in sorted(assets):
        text = server.ask("GET", asset)[1]
        weights[asset.rsplit("/", 1)[1]] = len(server.ask("GET", asset, packed)[1])
        for font in re.findall(rb"url\(\"?(?:/assets/[^)\"]*/)?([^)\"/]+\.woff2)", text):
            weights[font.decode()] = (run.ROOT / "crates/web/assets" / font.decode()).stat().st_size
    for name, weight in weights.items():
        print(f"  {name:<24} {weight:>7} bytes")
    print(f"assets {sum(weights.values())} bytes; without the letters that only some languages need, {sum(w for n, w in weights.items() if '-ext' not in n)}")
    server.stop()


if __name__ == "__main__":
    main()
