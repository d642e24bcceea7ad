"""A mail server for the drill: refuses each mail once, cuts the line after taking some, and
writes down what it took. Prints its port. Argument: a folder."""
import asyncio
import json
import sys
from email import message_from_bytes, policy
from pathlib import Path

try:
    from aiosmtpd.smtp import SMTP
except ImportError:
    print("none", flush=True)
    sys.exit(0)

TAKEN = Path(sys.argv[1]) / "taken"
SEEN = {}


class Handler:
    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=policy.default)
        name = mail["message-id"]
        SEEN[name] = SEEN.get(name, 0) + 1
        if SEEN[name] == 1:
            return "451 4.3.0 come back later"
        leaves = [part for part in mail.walk() if not part.is_multipart()]
        body = {part.get_content_subtype(): part.get_content() for part in leaves}
        calendar = body.get("calendar", "")
        if isinstance(calendar, bytes):
            calendar = calendar.decode()
        entry = {
            "id": name,
            "subject": str(mail["subject"]),
            "to": " ".join(f"{a.display_name} <{a.addr_spec}>" for a in mail["to"].addresses),
            "kinds": [part.get_content_type() for part in leaves],
            "method": next((p.get_param("method") for p in leaves if p.get_param("method")), ""),
            "text": body.get("plain", ""),
            "html": body.get("html", ""),
            "calendar": calendar,
        }
        with TAKEN.open("a") as file:
            file.write(json.dumps(entry) + "\n")
        if entry["subject"].startswith("cut") and SEEN[name] == 2:
            server.transport.abort()
        return "250 2.0.0 taken"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), hostname="drill"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
