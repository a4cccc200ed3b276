"""Editors sign in with a provider on this machine; whose address it does not vouch for may not write."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mapapp import library
from mapapp.catalogue.listing import TOURS
from tests.browser.conftest import ROOT, served

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.filterwarnings("ignore")]
ADDRESS = "ana@example.org"
SECRETS = """
[auth]
redirect_uri = "{app}oauth2callback"
cookie_secret = "for-this-test-alone-0123456789abcdef"
client_id = "mapapp"
client_secret = "secret"
server_metadata_url = "http://127.0.0.1:{provider}/.well-known/openid-configuration"
"""


@pytest.mark.parametrize(
    "who",
    [("ana", True, True), ("eve", False, False), ("seven", False, True)],
    ids=["verified", "unverified", "by issuer and subject"],
)
def test_only_whom_the_provider_vouches_for_may_edit(
    browser: Browser, tmp_path: Path, own_library: Path, own_cache: Path, who: tuple[str, bool, bool]
) -> None:
    """By a verified address, or by issuer and subject; pages and routes agree."""
    from oidc_provider_mock import User, run_server_in_thread  # warns while it is imported, which is not our affair

    subject, verified, writes = who
    shipped = {file.name: file.read_bytes() for file in (TOURS / "us-central-asia-2015").iterdir()}
    id_ = library.create("Draft", shipped)
    told = {"email": ADDRESS, "email_verified": verified, "name": subject}
    with run_server_in_thread(user_claims=[User(sub=subject, claims=told)]) as provider:
        settings = {
            "MAPAPP_EDITORS": f"{ADDRESS} http://127.0.0.1:{provider.server_port}|seven",
            "MAPAPP_LIBRARY": str(own_library),
            "MAPAPP_CACHE": str(own_cache),
            "AUTHLIB_INSECURE_TRANSPORT": "1",  # the provider speaks no TLS
            "HOME": str(tmp_path),  # where Streamlit looks for secrets
            "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
        }
        with served("streamlit_app.py", tmp_path / "log", **settings) as url:
            secrets = tmp_path / ".streamlit" / "secrets.toml"
            secrets.parent.mkdir()
            secrets.write_text(SECRETS.format(app=url, provider=provider.server_port), encoding="utf-8")
            _sign_in_and_edit(browser, url, id_, subject, writes=writes)


def _sign_in_and_edit(browser: Browser, url: str, id_: str, subject: str, *, writes: bool) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{url}edit?tour={id_}")
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=sub]").fill(subject)
    page.locator("button").first.click()
    page.wait_for_url(f"{url}**")
    page.goto(f"{url}edit?tour={id_}")
    page.get_by_role("button", name="Save" if writes else "Sign out", exact=True).wait_for()
    assert context.request.get(f"{url}cards.json?tour={id_}").status == (200 if writes else 404)
    context.close()
