"""The client of every call: authorities, proxies, hosts."""

import httpx2
import pytest
from conftest import SETTINGS
from fault_server import FaultServer, answer

from gapwriter import InputError
from gapwriter.errors import RefusedError
from gapwriter.transport import Transport


def test_a_body_comes_whole_also_where_a_stream_is_asked_for():
    with FaultServer([answer("Hello.")]) as server, Transport(SETTINGS) as client:
        request = client.build_request("POST", server.address, json={})
        response = client.send(request, stream=True)
        assert response.json()["choices"][0]["message"]["content"] == "Hello."


def test_proxies_of_the_environment_are_used_but_not_for_this_machine(monkeypatch):
    with FaultServer([answer("From the proxy.")]) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address.removesuffix("/v1"))
        with Transport(SETTINGS) as client:
            assert "From the proxy." in client.post("http://models.example.org/v1", json={}).text
        with Transport(SETTINGS, trust_env=False) as client, pytest.raises(httpx2.ConnectError):
            client.post("http://127.0.0.1:9/v1", json={})


def test_a_company_names_its_authority(tmp_path):
    with pytest.raises(InputError, match="GAPWRITER_CA_BUNDLE"):
        Transport(SETTINGS.model_copy(update={"ca_bundle": str(tmp_path / "absent.pem")}))
    empty = tmp_path / "ca.pem"
    empty.write_text("nothing")
    with pytest.raises(InputError, match=r"ca\.pem"):
        Transport(SETTINGS.model_copy(update={"ca_bundle": str(empty)}))


def test_a_host_that_is_not_allowed_is_not_even_looked_up():
    with Transport(SETTINGS.model_copy(update={"allowed_hosts": "a.example.org"})) as client, pytest.raises(RefusedError):
        client.post("http://no-such-host.invalid/v1", json={})
