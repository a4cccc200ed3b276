"""A browser that reaches the target alone, and notes whatever ran, asked somebody else, or stood there as a link."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Self

from playwright.sync_api import Dialog, Frame, Page, Request, Route, TimeoutError, sync_playwright

from attacks.target import name_of

OPTIONS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # fmt: skip
SETTLE = 2500  # milliseconds after which a page has asked for what it needs
PATIENCE = 45_000  # milliseconds
RAN = "() => window.injected !== undefined"
READY = """() => {
  if (document.readyState !== 'complete') return false;
  if (!document.querySelector('#root')) return true;
  const app = document.querySelector('[data-testid=stApp]');
  return Boolean(app && app.dataset.testScriptState === 'notRunning' &&
    app.querySelector('[data-testid=stElementContainer]'));
}"""
# Where an element leads is told by its address as the browser resolves it: an own link may hold any text in its query.
FOUND = """(host) => {
  const found = [];
  const names = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster'];
  const leads = (to) => {
    if (!URL.canParse(to, document.baseURI)) return false;
    const url = new URL(to, document.baseURI);
    return url.protocol === 'javascript:' || (host && url.hostname.endsWith(host)) ||
      (host && url.protocol === 'mailto:' && url.pathname.includes(host));
  };
  const look = (root) => root.querySelectorAll('*').forEach((e) => {
    for (const to of names.map((name) => e.getAttribute(name) || '').filter(leads)) {
      found.push('<' + e.tagName.toLowerCase() + '> leads to ' + to.slice(0, 60));
    }
    if (e.shadowRoot) look(e.shadowRoot);
  });
  look(document);
  return found;
}"""
COUNT = """() => {
  let count = 0;
  const look = (root) => root.querySelectorAll('*').forEach((e) => {
    count += 1;
    if (e.shadowRoot) look(e.shadowRoot);
  });
  look(document);
  return count;
}"""


class Browsing:
    """A headless Chromium for one target."""

    def __init__(self, path: str, address: str) -> None:
        self._path, self._address = path, address

    def __enter__(self) -> Self:
        """Start it."""
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=self._path, args=[*OPTIONS])
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End it."""
        self._browser.close()
        self._playwright.stop()

    def page(self) -> Page:
        """A page with nothing cached."""
        page = self._browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.set_default_timeout(PATIENCE)
        return page

    @contextmanager
    def noted(self, key: str = "") -> Iterator[tuple[Page, list[str]]]:
        """A page, and what went wrong on it, to which `settled` adds; a ``key`` is the cookie of one who may write."""
        page, wrong = self.page(), list[str]()

        def asked(route: Route, request: Request) -> None:
            if request.url.startswith((self._address, "data:", "blob:", "file:///")):
                route.continue_()
                return
            wrong.append(f"asks {request.url[:80]}")
            route.abort()

        def said(dialog: Dialog) -> None:
            wrong.append(f"says {dialog.message[:40]}")
            dialog.dismiss()

        page.route("**/*", asked)
        page.on("dialog", said)
        page.on("pageerror", lambda error: wrong.append(f"fails: {str(error)[:80]}"))
        if key:
            page.context.add_cookies([{"name": name_of(self._address), "value": key, "url": self._address}])
        yield page, wrong
        page.context.close()

    def looked(self, address: str, host: str = "") -> tuple[list[str], int]:
        """What went wrong on a page, and how many elements it has; no element may lead to ``host``."""
        return self.together([address], host)[0]

    def together(self, addresses: Sequence[str], host: str = "", key: str = "") -> list[tuple[list[str], int]]:
        """The same of several pages that are open at once, for one who may write where a ``key`` is given."""
        with ExitStack() as stack:
            opened = [stack.enter_context(self.noted(key)) for _ in addresses]
            for address, (page, _) in zip(addresses, opened, strict=True):
                page.goto(address, wait_until="commit")
            for page, wrong in opened:
                self._come(page, wrong)
            opened[-1][0].wait_for_timeout(SETTLE)
            return [(wrong, self._seen(page, wrong, host)) for page, wrong in opened]

    def settled(self, page: Page, wrong: list[str], host: str = "") -> int:
        """How many elements a page has once it has come; what is wrong with them is added."""
        self._come(page, wrong)
        page.wait_for_timeout(SETTLE)
        return self._seen(page, wrong, host)

    @staticmethod
    def _come(page: Page, wrong: list[str]) -> None:
        try:
            page.wait_for_function(READY)
        except TimeoutError:
            wrong.append(f"has not come after {PATIENCE / 1000:.0f} s")

    def _seen(self, page: Page, wrong: list[str], host: str) -> int:
        return sum(self._counted(frame, wrong, host) for frame in page.frames)

    @staticmethod
    def _counted(frame: Frame, wrong: list[str], host: str) -> int:
        if frame.evaluate(RAN):
            wrong.append("a text ran as a script")
        wrong += frame.evaluate(FOUND, host)
        return int(frame.evaluate(COUNT))
