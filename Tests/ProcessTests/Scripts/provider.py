"""`oidc-provider-mock` as it comes from PyPI, with people whose mail addresses it vouches for or not; prints its address."""
import signal

import oidc_provider_mock


def person(sub, verified):
    return oidc_provider_mock.User(sub=sub, claims={"email": f"{sub}@kab.example", "email_verified": verified})


people = [person("anna", True), person("budi", True), person("cici", False)]
with oidc_provider_mock.run_server_in_thread(user_claims=people) as server:
    print(f"http://localhost:{server.server_port}", flush=True)
    signal.pause()
