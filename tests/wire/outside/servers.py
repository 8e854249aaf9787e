"""Servers on this machine that stand in for those outside: one that takes mail, one that takes signed calls."""

import asyncio
import base64
import hashlib
import hmac
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

TOLERANCE = timedelta(minutes=5)


def certificate(folder: Path, *, host: str = "127.0.0.1") -> tuple[Path, ssl.SSLContext]:
    """A certificate for an address of this machine: where it stands, and a server's context with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail of the test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "certificate.pem", folder / "key.pem"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return public, context


@dataclass
class Post:
    """A mail server (RFC 5321) with what it was told to answer, and what it was given."""

    tls: ssl.SSLContext | None = None
    login: tuple[str, str] | None = None
    answers: dict[str, bytes] = field(default_factory=dict)
    """In place of the usual answer to a command, or to the letter itself (`.`); empty: the line is cut."""
    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    safe: list[bool] = field(default_factory=list)
    """Whether the line was safe when each letter came."""

    @asynccontextmanager
    async def open(self, *, at_once: bool = False) -> AsyncIterator["Post"]:
        """`at_once`: the line is safe from its first byte on."""
        first = self.tls if at_once else None
        server = await asyncio.start_server(lambda r, w: self._talk(r, w, safe=at_once), "127.0.0.1", 0, ssl=first)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, safe: bool) -> None:
        try:
            writer.write(b"220 post of the test\r\n")
            while line := await reader.readline():
                command = line.decode().split()[0].upper()
                self.heard.append(line.decode().strip())
                answer = self.answers.get(command)
                if answer is not None:
                    if not answer:
                        return
                    writer.write(answer + b"\r\n")
                    continue
                if command == "STARTTLS" and self.tls is not None:
                    writer.write(b"220 go on\r\n")
                    await writer.start_tls(self.tls)
                    safe = True
                elif command == "DATA":
                    if not await self._letter(reader, writer, safe=safe):
                        return
                else:
                    writer.write(self._usual(command, line, safe=safe))
                if command == "QUIT":
                    return
        except (ConnectionError, ssl.SSLError):
            return
        finally:
            writer.close()

    async def _letter(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, safe: bool) -> bool:
        writer.write(b"354 go on\r\n")
        lines = []
        while (line := await reader.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line.removeprefix(b"."))
        answer = self.answers.get(".", b"250 taken")
        if answer.startswith(b"250") or not answer:
            read = message_from_bytes(b"".join(lines), policy=policy.default)
            assert isinstance(read, EmailMessage)
            self.letters.append(read)
            self.safe.append(safe)
        if answer:
            writer.write(answer + b"\r\n")
        return bool(answer)

    def _usual(self, command: str, line: bytes, *, safe: bool) -> bytes:
        if command == "EHLO":
            able = ["post of the test", *(["STARTTLS"] if self.tls and not safe else []), "AUTH PLAIN"]
            return b"".join(f"250{' ' if one is able[-1] else '-'}{one}\r\n".encode() for one in able)
        if command == "AUTH":
            _, user, password = base64.b64decode(line.split()[2]).decode().split("\0")
            return b"235 welcome\r\n" if (user, password) == self.login else b"535 no\r\n"
        return b"221 bye\r\n" if command == "QUIT" else b"250 well\r\n"


@dataclass
class Program:
    """Whoever takes calls: it checks signatures as the settings' example says, and takes the same key once."""

    secret: str
    now: Callable[[], datetime]
    status: int = 200
    head: dict[str, str] = field(default_factory=dict)
    port: int = 0
    taken: list[dict[str, object]] = field(default_factory=list)
    refused: int = 0
    _keys: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/palabre?from=lime"

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Program"]:
        app = web.Application()
        app.router.add_post("/palabre", self._take)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if not self._signed(request, body):
            self.refused += 1
            return web.Response(status=401)
        if self.status == 200 and request.headers["Idempotency-Key"] not in self._keys:
            self._keys.add(request.headers["Idempotency-Key"])
            self.taken.append(await request.json())
        return web.Response(status=self.status, headers=self.head)

    def _signed(self, request: web.Request, body: bytes) -> bool:
        moment = request.headers["X-Palabre-Timestamp"]
        if abs(self.now().timestamp() - int(moment)) > TOLERANCE.total_seconds():
            return False
        whole = moment.encode() + b"." + body
        expected = "v1=" + hmac.new(self.secret.encode(), whole, hashlib.sha256).hexdigest()
        return hmac.compare_digest(expected, request.headers["X-Palabre-Signature"])
