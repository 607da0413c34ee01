"""OpenID Providers on 127.0.0.1 for the tests. Writes one line of JSON about where they are; ends with its standard input.

`library`: oidc-provider-mock, as it comes from PyPI. `own`: <address>/<manner>/<tag> is the issuer of a provider that keeps
to the standard but for its manner; tags only keep tests apart. `tls`: the same behind TLS, for which `ca` vouches.
<issuer>/journal tells which faults really happened, and how often each thing was asked for.
"""
import base64
import hashlib
import hmac
import json
import os
import secrets
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import oidc_provider_mock
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey, RSAKey

folder = Path(sys.argv[1])
CLIENT, SECRET = "pksd & co", "s3cret: 100% +/="
KEYS = {
    "RS256": RSAKey.generate_key(2048, {"kid": "rsa"}),
    "ES256": ECKey.generate_key("P-256", {"kid": "ec"}),
    "EdDSA": OKPKey.generate_key("Ed25519", {"kid": "ed"}),
}
OTHER = RSAKey.generate_key(2048, {"kid": "rsa"})
NEXT = RSAKey.generate_key(2048, {"kid": "next"})
SMALL = rsa.generate_private_key(65537, 1024)
HUGE = "x" * 300_000


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(header, claims, sign):
    """A token as anybody may write it, sound or not."""
    payload = claims if isinstance(claims, bytes) else json.dumps(claims).encode()
    signed = base64url(json.dumps(header).encode()) + "." + base64url(payload)
    return signed + "." + base64url(sign(signed.encode()))


def signed(header, claims, key):
    return jws.serialize_compact(header, json.dumps(claims).encode(), key, algorithms=["RS256", "ES256", "EdDSA", "PS256"])


class Provider:
    """One issuer."""

    def __init__(self, manner):
        self.manner = manner
        self.fired = []
        self.asked = {}
        self.codes = {}
        self.tokens = {}
        self.algorithm = {"es256": "ES256", "eddsa": "EdDSA"}.get(manner, "RS256")

    def on(self, *manners):
        """Whether this is the moment of the provider's manner, which is written down."""
        if self.manner not in manners:
            return False
        self.fired.append(self.manner)
        return True

    def configuration(self, issuer):
        document = {
            "issuer": issuer,
            "authorization_endpoint": issuer + "/authorize?theme=1",
            "token_endpoint": issuer + "/token",
            "jwks_uri": issuer + "/jwks",
            "userinfo_endpoint": issuer + "/userinfo",
            "response_types_supported": ["code", "id_token"],
            "code_challenge_methods_supported": ["plain", "S256"],
            "id_token_signing_alg_values_supported": ["none", self.algorithm],
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        }
        changes = {
            "post": {"token_endpoint_auth_methods_supported": ["client_secret_post"]},
            "iss": {"authorization_response_iss_parameter_supported": True},
            "iss-missing": {"authorization_response_iss_parameter_supported": True},
            "other-issuer": {"issuer": "https://other.example"},
            "issuer-with-slash": {"issuer": issuer + "/"},
            "no-code": {"response_types_supported": ["id_token"]},
            "plain-pkce": {"code_challenge_methods_supported": ["plain"]},
            "only-hs256": {"id_token_signing_alg_values_supported": ["HS256", "none"]},
            "no-secret-method": {"token_endpoint_auth_methods_supported": ["private_key_jwt"]},
            "plain-token-endpoint": {"token_endpoint": "http://provider.example/token"},
            "script-endpoint": {"authorization_endpoint": "javascript:alert(1)"},
            "file-keys": {"jwks_uri": "file:///etc/passwd"},
            "no-keys-address": {"jwks_uri": None},
            "metadata-service": {"jwks_uri": "https://169.254.169.254/keys"},
        }
        if self.manner in changes:
            self.on(self.manner)
            document.update(changes[self.manner])
        return document

    def keys(self):
        keys = [key.as_dict(private=False) for key in KEYS.values()]
        keys.append({"kty": "oct", "kid": "rsa", "k": "AAAA"})
        keys.append({"kty": "EC", "crv": "secp256k1", "kid": "ec", "x": "AA", "y": "AA"})
        keys.append({"kty": "RSA", "kid": "rsa", "use": "enc", "n": "AQAB", "e": "AQAB"})
        if self.manner == "rotates" and self.asked["jwks"] > 1:
            keys.append(NEXT.as_dict(private=False))
        if self.manner == "weak-rsa":
            n = SMALL.public_key().public_numbers().n
            keys[0] = {"kty": "RSA", "kid": "rsa", "e": "AQAB", "n": base64url(n.to_bytes(128, "big"))}
        if self.manner in ("no-kid", "ambiguous-key"):
            keys = [{k: v for k, v in key.items() if k != "kid"} for key in keys]
        if self.manner == "ambiguous-key":
            keys.append({k: v for k, v in OTHER.as_dict(private=False).items() if k != "kid"})
        return {"keys": keys}

    def claims(self, issuer, grant, access_token):
        now = int(time.time())
        digest = hashlib.sha512 if self.algorithm == "EdDSA" else hashlib.sha256
        half = digest(access_token.encode()).digest()
        claims = {
            "iss": issuer, "sub": "anna", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": grant["nonce"],
            "at_hash": base64url(half[: len(half) // 2]), "email": "anna@kab.example", "email_verified": True,
            "name": "Anna Ndun",
        }
        if self.manner == "other-subject" or self.manner.endswith("userinfo"):
            claims = {k: v for k, v in claims.items() if k not in ("email", "email_verified", "name")}
        changes = {
            "wrong-audience": {"aud": "somebody"},
            "no-audience": {"aud": None},
            "two-audiences": {"aud": [CLIENT, "somebody"]},
            "two-audiences-for-us": {"aud": ["somebody", CLIENT], "azp": CLIENT},
            "wrong-party": {"azp": "somebody"},
            "wrong-nonce": {"nonce": "n"},
            "no-nonce": {"nonce": None},
            "expired": {"exp": now - 3600},
            "just-expired": {"exp": now - 20},
            "no-expiry": {"exp": None},
            "expiry-as-text": {"exp": "never"},
            "huge-expiry": {"exp": 10**30},
            "early": {"iat": now + 3600},
            "not-before": {"nbf": now + 3600},
            "stale": {"iat": now - 3600},
            "swapped-issuer": {"iss": "https://other.example"},
            "wrong-at-hash": {"at_hash": base64url(b"0" * 16)},
            "no-subject": {"sub": None},
            "long-subject": {"sub": "a" * 256},
            "unverified-email": {"email_verified": False},
            "text-verified": {"email_verified": "true"},
            "odd-name": {"name": "Anna\u0000\u001b[2J"},
        }
        if self.manner in changes:
            self.on(self.manner)
            claims.update(changes[self.manner])
        return {name: value for name, value in claims.items() if value is not None}

    def id_token(self, issuer, grant, access_token):
        claims = self.claims(issuer, grant, access_token)
        key = KEYS[self.algorithm]
        header = {"alg": self.algorithm, "kid": key.kid}
        public = KEYS["RS256"].as_pem(private=False)
        if self.on("alg-none"):
            return compact({"alg": "none"}, claims, lambda _: b"")
        if self.on("alg-odd"):
            return compact({"alg": "rs256\n\u202e" + "x" * 500}, claims, lambda _: b"")
        if self.on("hs256-public-key"):
            return compact(header | {"alg": "HS256"}, claims, lambda data: hmac.digest(public, data, "sha256"))
        if self.on("hs256-secret"):
            return compact(header | {"alg": "HS256"}, claims, lambda data: hmac.digest(SECRET.encode(), data, "sha256"))
        if self.on("hmac-as-rs256"):
            return compact(header, claims, lambda data: hmac.digest(public, data, "sha256"))
        if self.on("ps256"):
            return signed(header | {"alg": "PS256"}, claims, key)
        if self.on("unknown-kid"):
            return signed(header | {"kid": "nobody"}, claims, key)
        if self.on("wrong-key"):
            return signed(header, claims, OTHER)
        if self.on("unsigned"):
            return compact(header, claims, lambda _: b"")
        if self.on("changed"):
            head, _, signature = signed(header, claims, key).split(".")
            return ".".join([head, base64url(json.dumps(claims | {"sub": "budi"}).encode()), signature])
        if self.on("own-key"):
            return signed(header | {"jwk": OTHER.as_dict(private=False), "kid": "own"}, claims, OTHER)
        if self.on("weak-rsa"):
            return compact(header, claims, lambda data: SMALL.sign(data, padding.PKCS1v15(), hashes.SHA256()))
        if self.on("critical"):
            return compact(
                header | {"crit": ["exp"], "exp": 1}, claims, lambda data: KEYS["RS256"].private_key.sign(
                    data, padding.PKCS1v15(), hashes.SHA256()))
        if self.on("twice"):
            text = json.dumps(claims)[:-1] + ', "sub": "budi"}'
            return compact(header, text.encode(), lambda data: KEYS["RS256"].private_key.sign(
                data, padding.PKCS1v15(), hashes.SHA256()))
        if self.on("garbage"):
            return "a.b.c"
        if self.on("large-token"):
            return signed(header, claims | {"groups": "g" * 20_000}, key)
        if self.manner in ("no-kid", "ambiguous-key"):
            self.on(self.manner)
            return signed({"alg": self.algorithm}, claims, key)
        if self.manner == "rotates":
            return signed({"alg": "RS256", "kid": "next"}, claims, NEXT)
        return signed(header, claims, key)


providers = {}
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.handle_request("")

    def do_POST(self):
        self.handle_request(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def handle_request(self, body):
        parts = urlsplit(self.path)
        _, manner, tag, *rest = parts.path.split("/")
        path = "/".join(rest)
        scheme = "https" if isinstance(self.connection, ssl.SSLSocket) else "http"
        issuer = f"{scheme}://{self.headers['Host']}/{manner}/{tag}"
        with lock:
            provider = providers.setdefault((manner, tag), Provider(manner))
            if path != "journal":
                provider.asked[path] = provider.asked.get(path, 0) + 1
        if path == "journal":
            return self.answer(200, {"fired": provider.fired, "asked": provider.asked})
        step = path.rsplit("/", 1)[-1]
        if self.misbehaves(provider, step):
            return None
        if step == "openid-configuration":
            age = {"short-lived": "max-age=600", "bad-age": "max-age=soon", "endless": "max-age=99999999999"}
            return self.answer(200, provider.configuration(issuer), Cache_Control="public, " + age.get(manner, "max-age=3600"))
        if step == "jwks":
            return self.answer(200, provider.keys())
        if step == "authorize":
            return self.authorize(provider, issuer, dict(parse_qsl(parts.query, strict_parsing=True)))
        if step == "token":
            return self.token(provider, issuer, dict(parse_qsl(body, strict_parsing=True)))
        if step == "userinfo":
            return self.user_info(provider)
        return self.answer(404, {"error": "not_found"})

    def misbehaves(self, provider, step):
        """What may go wrong at each step: <manner>-<step>."""
        name = {"openid-configuration": "discovery", "jwks": "keys"}.get(step, step)
        if provider.on(f"huge-{name}"):
            self.answer(200, {"issuer": HUGE, "keys": HUGE, "id_token": HUGE})
        elif provider.on(f"redirecting-{name}"):
            self.answer(302, Location="http://127.0.0.1:1/elsewhere")
        elif provider.on(f"html-{name}"):
            self.answer(200, b"<html>Sign in</html>", Content_Type="text/html")
        elif provider.on(f"list-{name}"):
            self.answer(200, [])
        elif provider.on(f"empty-{name}"):
            self.answer(200, {})
        elif provider.on(f"failing-{name}"):
            self.answer(503, b"sorry")
        elif provider.on(f"silent-{name}"):
            self.connection.recv(1)
            self.close_connection = True
        elif provider.on(f"cut-{name}"):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
            self.close_connection = True
        elif provider.on(f"hanging-up-{name}"):
            self.close_connection = True
        else:
            return False
        return True

    def authorize(self, provider, issuer, query):
        wanted = {"response_type": "code", "client_id": CLIENT, "code_challenge_method": "S256", "theme": "1"}
        wrong = [name for name, value in wanted.items() if query.get(name) != value]
        wrong += [name for name in ("state", "nonce", "code_challenge") if len(query.get(name, "")) != 43]
        if wrong or query["scope"].split()[0] != "openid":
            return self.answer(400, {"error": f"wrong: {wrong} {query}"})
        code = secrets.token_urlsafe(12) + "+/ &"
        provider.codes[code] = query
        back = {"code": code, "state": query["state"]}
        if provider.manner == "iss":
            back["iss"] = issuer
        if provider.on("wrong-state"):
            back["state"] = "s"
        if provider.on("no-state"):
            del back["state"]
        if provider.on("wrong-iss"):
            back["iss"] = "https://other.example"
        if provider.on("no-authorization-code"):
            del back["code"]
        if provider.on("declines"):
            back = {"error": "access_denied", "state": query["state"]}
        if provider.on("refuses-redirect"):
            back = {"error": "redirect_uri_mismatch", "error_description": "not\nregistered", "state": query["state"]}
        if provider.on("declines-strangers"):
            back = {"error": "access_denied", "error_description": "<b>", "state": "s"}
        more = "&code=x" if provider.on("two-codes") else "&junk=%zz" if provider.on("broken-query") else ""
        return self.answer(302, Location=query["redirect_uri"] + "?" + urlencode(back) + more)

    def token(self, provider, issuer, form):
        if provider.on("refuses-grant"):
            return self.answer(400, {"error": "invalid_grant", "error_description": "redirect_uri does not match"})
        grant = provider.codes.pop(form.get("code"), None)
        if provider.manner == "post":
            client = (form.get("client_id"), form.get("client_secret"))
        else:
            kind, pair = self.headers.get("Authorization", " ").split(" ")
            client = tuple(unquote_plus(part) for part in base64.b64decode(pair).decode().split(":", 1))
        if client != (CLIENT, SECRET):
            return self.answer(401, {"error": "invalid_client"})
        if (
            grant is None
            or form.get("grant_type") != "authorization_code"
            or form.get("redirect_uri") != grant["redirect_uri"]
            or create_s256_code_challenge(form.get("code_verifier", "")) != grant["code_challenge"]
        ):
            return self.answer(400, {"error": "invalid_grant"})
        access_token = secrets.token_urlsafe(16)
        provider.tokens[access_token] = grant
        token = provider.id_token(issuer, grant, access_token)
        if provider.on("no-access-token"):
            return self.answer(200, {"id_token": token})
        return self.answer(200, {"token_type": "Bearer", "access_token": access_token, "id_token": token})

    def user_info(self, provider):
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in provider.tokens:
            return self.answer(401, {"error": "invalid_token"})
        sub = "budi" if provider.on("other-subject") else "anna"
        return self.answer(200, {"sub": sub, "email": "anna@info.example", "email_verified": True})


def certify():
    """An authority, and a server on 127.0.0.1 that it vouches for."""
    import datetime
    import ipaddress

    def certificate(subject, key, issuer, by, extension):
        day = datetime.timedelta(days=1)
        now = datetime.datetime.now(datetime.timezone.utc)
        name = lambda text: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])
        return (
            x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer)).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)
            .add_extension(extension, critical=True).sign(by, hashes.SHA256())
            .public_bytes(serialization.Encoding.PEM)
        )

    authority, server = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    (folder / "ca.pem").write_bytes(
        certificate("Test Authority", authority, "Test Authority", authority, x509.BasicConstraints(True, None)))
    (folder / "server.pem").write_bytes(certificate("server", server, "Test Authority", authority, here))
    (folder / "server.key").write_bytes(
        server.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # The tests come all at once; whoever finds no room in the line would have to knock again.
    request_queue_size = 1024


def serve(tls=None):
    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


certify()
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "server.pem", folder / "server.key")
people = [oidc_provider_mock.User(sub="anna", claims={"email": "anna@kab.example", "name": "Anna Ndun"})]
with oidc_provider_mock.run_server_in_thread(require_client_registration=True, user_claims=people) as library:
    ports = {
        "library": f"http://localhost:{library.server_port}",
        "own": f"http://127.0.0.1:{serve()}",
        "tls": f"https://127.0.0.1:{serve(context)}",
        "ca": (folder / "ca.pem").read_text(),
    }
    print(json.dumps(ports), flush=True)
    sys.stdin.read()
